/** Sounds that a recording may be stored as, best first; the browser takes the first it can write. */
export const RECORDED_TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;
/** Largest sound file a learner may choose, in megabytes. */
export const FILE_MAX_MB = 20;

/** What stands against a chosen file, or null. */
export function fileTrouble(file: { readonly type: string; readonly size: number }): 'audioWrongFile' | 'audioTooLarge' | null {
  // Phones call recordings of theirs a video without pictures.
  if (!/^(?:audio\/|video\/(?:mp4|webm)$)/.test(file.type)) return 'audioWrongFile';
  return file.size > FILE_MAX_MB * 1024 * 1024 ? 'audioTooLarge' : null;
}

/** Loudness of a piece of sound, 0–1, from samples around 128: the root of their mean square, stretched so that speech fills the scale. */
export function loudness(samples: Uint8Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / samples.length) * 3);
}

/** Why no microphone answers: none there, or not allowed. */
export const microphoneTrouble = (error: unknown): 'audioDenied' | 'audioNone' =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'SecurityError') ? 'audioDenied' : 'audioNone';
