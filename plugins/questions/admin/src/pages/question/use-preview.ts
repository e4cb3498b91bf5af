import { useCall } from '@lyceum/core/admin';
import { useEffect, useMemo, useState } from 'react';
import { previewQuestion, type QuestionInput, type QuestionPreview } from '../../../../contract/index.ts';
import { type Draft, toInput } from './draft.ts';

const TYPING_MS = 350;
/** As many orders as anybody will look at. */
const SEEDS = 1_000;

/** A question as it was rendered, what it was rendered from, and a way to see it in another order. */
export type Shown = QuestionPreview & { question: QuestionInput; seed: number; shuffle(): void };

type Kept = { asked: string; question: QuestionInput; seed: number; preview: QuestionPreview };

/**
 * The rendered draft, following the typing; the last good one stays while a newer one is on its way.
 * @param isReady false while the question is still loading
 */
export function usePreview(draft: Draft, isReady: boolean): { rendered: Shown | null; isStale: boolean } {
  const call = useCall();
  const [seed, setSeed] = useState(0);
  const asked = JSON.stringify({ question: toInput(draft), seed });
  const [kept, setKept] = useState<Kept | null>(null);
  const isFirst = kept === null;

  useEffect(() => {
    if (!isReady) return undefined;
    const abort = new AbortController();
    const body: { question: QuestionInput; seed: number } = JSON.parse(asked);
    const ask = () =>
      call(previewQuestion, { body, signal: abort.signal }).then(
        (preview) => setKept({ asked, ...body, preview }),
        // A preview that did not come is no reason to disturb the writing; saving tells what is wrong.
        () => undefined,
      );
    const timer = setTimeout(() => void ask(), isFirst ? 0 : TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [call, asked, isReady]);

  const rendered = useMemo<Shown | null>(() => {
    if (kept === null) return null;
    const shuffle = () => setSeed((before) => (before + 1) % SEEDS);
    return { ...kept.preview, question: kept.question, seed: kept.seed, shuffle };
  }, [kept]);
  return { rendered, isStale: kept?.asked !== asked };
}
