import { useCall } from '@lyceum/core/admin';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { previewQuestion, type Rendered } from '../../../../contract/index.ts';
import { type Draft, toInput } from './draft.ts';

const TYPING_MS = 350;

/** The rendered draft, following the typing; the last good one stays while a newer one is on its way. */
export function usePreview(draft: Draft): { rendered: Rendered | null; isStale: boolean } {
  const call = useCall();
  const body = JSON.stringify(toInput(draft));
  const settled = useDebounce(body, TYPING_MS);
  const [shown, setShown] = useState<{ body: string; rendered: Rendered } | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    call(previewQuestion, { body: { question: JSON.parse(settled) }, signal: abort.signal }).then(
      (rendered) => setShown({ body: settled, rendered }),
      // A preview that did not come is no reason to disturb the writing; saving tells what is wrong.
      () => undefined,
    );
    return () => abort.abort();
  }, [call, settled]);

  return { rendered: shown?.rendered ?? null, isStale: shown?.body !== body };
}
