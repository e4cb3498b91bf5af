import { useCall } from '@lyceum/core/admin';
import type { ViewResponse } from '@lyceum/questions/views';
import { useEffect, useState } from 'react';
import { markPreview, type PreviewMark } from '../../../../../contract/index.ts';
import type { Shown } from '../use-preview.ts';

export type Trial = {
  readonly response: ViewResponse | null;
  readonly mark: PreviewMark | null;
  readonly isChecking: boolean;
  readonly error: unknown;
  answer(response: ViewResponse | null): void;
  check(): Promise<void>;
  again(): void;
};

/** The editor answers the question as it is shown and has it marked; nothing of it is kept. */
export function useTrial(shown: Shown | null): Trial {
  const call = useCall();
  const [response, setResponse] = useState<ViewResponse | null>(null);
  const [mark, setMark] = useState<PreviewMark | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const again = () => {
    setMark(null);
    setError(null);
  };
  // Another type, or another order, has other answers.
  useEffect(() => {
    setResponse(null);
    again();
  }, [shown?.item.type, shown?.seed]);
  // What was marked is no longer what stands there.
  useEffect(again, [shown?.question]);

  return {
    response,
    mark,
    isChecking,
    error,
    answer: setResponse,
    again,
    async check() {
      if (shown === null) return;
      setChecking(true);
      setError(null);
      try {
        setMark(await call(markPreview, { body: { question: shown.question, seed: shown.seed, response } }));
      } catch (refused) {
        setError(refused);
      } finally {
        setChecking(false);
      }
    },
  };
}
