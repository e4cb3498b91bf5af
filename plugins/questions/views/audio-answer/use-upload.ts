import { useEffect, useState } from 'react';
import { useActions } from '../context.tsx';

export type Upload = {
  /** What was recorded or chosen on this page; gone after a reload, the stored one stays. */
  readonly url: string | null;
  readonly state: 'none' | 'sending' | 'failed';
  readonly send: (sound: Blob) => Promise<void>;
  readonly again: () => void;
  readonly forget: () => void;
};

/** Sends a recording and gives its id to the answer; one that could not be sent stays here to be tried again. */
export function useUpload(item: number, onStored: (id: string) => void): Upload {
  const { onRecording } = useActions();
  const [kept, setKept] = useState<{ sound: Blob; url: string } | null>(null);
  const [state, setState] = useState<Upload['state']>('none');
  const url = kept?.url ?? null;
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);

  async function store(sound: Blob): Promise<void> {
    if (onRecording === undefined) return;
    setState('sending');
    try {
      onStored(await onRecording(sound, item));
      setState('none');
    } catch {
      setState('failed');
    }
  }

  return {
    url,
    state,
    async send(sound) {
      setKept({ sound, url: URL.createObjectURL(sound) });
      await store(sound);
    },
    again: () => (kept === null ? undefined : void store(kept.sound)),
    forget() {
      setKept(null);
      setState('none');
    },
  };
}
