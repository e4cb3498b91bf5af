import { useEffect, useRef, useState } from 'react';
import { loudness, microphoneTrouble, RECORDED_TYPES } from './recording.ts';

/** How often time and loudness are told. */
const TICK_MS = 100;

type Recorder = {
  readonly isRecording: boolean;
  readonly seconds: number;
  /** Loudness now, 0–1. */
  readonly level: number;
  readonly trouble: 'audioDenied' | 'audioNone' | null;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
};

/** Listens to how loud a stream is; browsers without it show no level. */
function levelOf(stream: MediaStream): { read: () => number; close: () => void } {
  try {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    return {
      read: () => {
        analyser.getByteTimeDomainData(samples);
        return loudness(samples);
      },
      close: () => void context.close(),
    };
  } catch {
    return { read: () => 0, close: () => undefined };
  }
}

/**
 * Records from the microphone, which is asked for at the first press and let go of at the end.
 * @param maxSec longest recording; it stops by itself there
 * @param onDone gets what was recorded
 */
export function useRecorder(maxSec: number, onDone: (sound: Blob) => void): Recorder {
  const [now, setNow] = useState({ isRecording: false, seconds: 0, level: 0 });
  const [trouble, setTrouble] = useState<Recorder['trouble']>(null);
  const end = useRef<((keep: boolean) => void) | null>(null);
  const newest = useRef(onDone);
  newest.current = onDone;
  useEffect(() => () => end.current?.(false), []);

  async function start(): Promise<void> {
    if (end.current !== null) return;
    setTrouble(null);
    let stream: MediaStream;
    let recorder: MediaRecorder;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = RECORDED_TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
    } catch (error) {
      setTrouble(microphoneTrouble(error));
      return;
    }
    const pieces: Blob[] = [];
    const level = levelOf(stream);
    const startedAt = performance.now();
    let keeps = true;
    const tick = setInterval(() => {
      const seconds = (performance.now() - startedAt) / 1_000;
      setNow({ isRecording: true, seconds, level: level.read() });
      if (seconds >= maxSec) end.current?.(true);
    }, TICK_MS);
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      clearInterval(tick);
      level.close();
      for (const track of stream.getTracks()) track.stop();
      end.current = null;
      setNow({ isRecording: false, seconds: 0, level: 0 });
      if (keeps) newest.current(new Blob(pieces, { type: recorder.mimeType.split(';')[0] || 'audio/webm' }));
    };
    end.current = (keep) => {
      keeps = keep;
      if (recorder.state !== 'inactive') recorder.stop();
    };
    recorder.start(1_000);
    setNow({ isRecording: true, seconds: 0, level: 0 });
  }

  return { ...now, trouble, start, stop: () => end.current?.(true) };
}
