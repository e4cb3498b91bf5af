/** Types told from the first bytes of a file, and the one each is stored and played as. Recorders write sound into the containers of video. */
const FORMATS: Readonly<Record<string, string>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/wav': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'audio/aac': 'audio/aac',
  'audio/webm': 'audio/webm',
  'video/webm': 'audio/webm',
  'video/matroska': 'audio/webm',
};

/** Codecs of pictures as Matroska names them, and the track handler of pictures in MP4. */
const PICTURES = ['V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG', 'V_MJPEG', 'V_THEORA', 'vide', '\u0001video\0'];

/**
 * The type a recording is kept under; null when the file is something else, or holds moving pictures as well.
 * @param detected type by content, with or without parameters
 * @param head the first bytes, in which tracks are named
 */
export function soundFormat(detected: string | undefined, head: string): string | null {
  const [type = ''] = (detected ?? '').split(';');
  const format = FORMATS[type.trim()] ?? null;
  return format === null || PICTURES.some((mark) => head.includes(mark)) ? null : format;
}

/** Bytes a recording of so many seconds may have. */
export const recordingLimit = (maxSec: number, bytesPerSec: number, maxBytes: number): number =>
  Math.min(maxBytes, maxSec * bytesPerSec);
