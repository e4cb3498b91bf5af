import { useCall } from '@lyceum/core/admin';
import { useEffect, useState } from 'react';
import { previewQuestion, type Rendered } from '../../../../contract/index.ts';
import { type Draft, toInput } from './draft.ts';

const TYPING_MS = 350;

/**
 * The rendered draft, following the typing; the last good one stays while a newer one is on its way.
 * @param isReady false while the question is still loading
 */
export function usePreview(draft: Draft, isReady: boolean): { rendered: Rendered | null; isStale: boolean } {
  const call = useCall();
  const body = JSON.stringify(toInput(draft));
  const [shown, setShown] = useState<{ body: string; rendered: Rendered } | null>(null);
  const isFirst = shown === null;

  useEffect(() => {
    if (!isReady) return undefined;
    const abort = new AbortController();
    const ask = () =>
      call(previewQuestion, { body: { question: JSON.parse(body) }, signal: abort.signal }).then(
        (rendered) => setShown({ body, rendered }),
        // A preview that did not come is no reason to disturb the writing; saving tells what is wrong.
        () => undefined,
      );
    const timer = setTimeout(() => void ask(), isFirst ? 0 : TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [call, body, isReady]);

  return { rendered: shown?.rendered ?? null, isStale: shown?.body !== body };
}
