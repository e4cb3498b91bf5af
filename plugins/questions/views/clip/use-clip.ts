import { type RefObject, useEffect, useState } from 'react';
import { useActions } from '../context.tsx';
import type { ViewText } from '../texts/texts.ts';

/** The sound that runs now; another one that starts stops it. */
let running: HTMLAudioElement | null = null;

/**
 * One sound: each play from its beginning asks for an address, so that the server can count; going on after a pause does not.
 * @param media id of the stored file
 */
export function useClip(audio: RefObject<HTMLAudioElement>, media: string, item: number) {
  const { onPlay, playsLeft: knownLeft } = useActions();
  const [state, setState] = useState({ isPlaying: false, isLoading: false, place: 0, length: 0, isUnderWay: false });
  const [playsLeft, setPlaysLeft] = useState(() => knownLeft?.(media, item) ?? null);
  const [speed, setSpeed] = useState(1);
  const [trouble, setTrouble] = useState<ViewText | null>(null);
  const change = (part: Partial<typeof state>) => setState((before) => ({ ...before, ...part }));

  useEffect(() => {
    if (audio.current !== null) audio.current.playbackRate = speed;
  }, [audio, speed]);

  async function begin(element: HTMLAudioElement): Promise<void> {
    if (onPlay === undefined) return setTrouble('clipNotHere');
    change({ isLoading: true });
    setTrouble(null);
    try {
      const grant = await onPlay(media, item);
      setPlaysLeft(grant.playsLeft);
      element.src = grant.url;
      element.playbackRate = speed;
      change({ isUnderWay: true, place: 0 });
      await element.play();
    } catch {
      change({ isUnderWay: false });
      setTrouble('clipFailed');
    } finally {
      change({ isLoading: false });
    }
  }

  function toggle(): void {
    const element = audio.current;
    if (element === null || state.isLoading) return;
    if (state.isPlaying) element.pause();
    else if (state.isUnderWay) void element.play().catch(() => setTrouble('clipFailed'));
    else void begin(element);
  }

  function seek(place: number): void {
    if (audio.current === null) return;
    audio.current.currentTime = place;
    change({ place });
  }

  const events = {
    onPlay: () => {
      if (running !== null && running !== audio.current) running.pause();
      running = audio.current;
      change({ isPlaying: true });
    },
    onPause: () => change({ isPlaying: false }),
    onEnded: () => change({ isPlaying: false, isUnderWay: false }),
    onTimeUpdate: () => change({ place: audio.current?.currentTime ?? 0 }),
    onDurationChange: () => change({ length: Number.isFinite(audio.current?.duration) ? (audio.current?.duration ?? 0) : 0 }),
    onError: () => {
      change({ isPlaying: false, isUnderWay: false });
      if (audio.current?.error) setTrouble('clipFailed');
    },
  };
  return { ...state, playsLeft, speed, setSpeed, trouble, toggle, seek, events };
}
