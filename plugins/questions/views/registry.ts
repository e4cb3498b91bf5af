import type { ComponentType } from 'react';
import type { QuestionType } from '../contract/index.ts';
import { Choices } from './choices/Choices.tsx';
import type { Slot } from './html/Html.tsx';
import { TypedAnswer } from './typed/TypedAnswer.tsx';
import type { AnswerProps } from './types.ts';

/** How one type is answered: what stands below the stem, and what fills places in it. */
export type TypeView = { readonly Answer: ComponentType<AnswerProps>; readonly fillStem?: (props: AnswerProps) => Slot };
type Loader = () => Promise<TypeView>;

/** Types that nearly every paper has come with the page; the others are fetched when a paper has them. */
const VIEWS: { [Type in QuestionType]: TypeView | Loader } = {
  'single-choice': { Answer: Choices },
  'multiple-choice': { Answer: Choices },
  'true-false': { Answer: Choices },
  number: { Answer: TypedAnswer },
  'short-text': { Answer: TypedAnswer },
  blanks: async () => {
    const [{ Blanks }, { fillStem }] = await Promise.all([import('./blanks/Blanks.tsx'), import('./blanks/fill-stem.tsx')]);
    return { Answer: Blanks, fillStem };
  },
  matching: async () => ({ Answer: (await import('./matching/Matching.tsx')).Matching }),
  ordering: async () => ({ Answer: (await import('./ordering/Ordering.tsx')).Ordering }),
  'long-text': async () => ({ Answer: (await import('./long-text/LongText.tsx')).LongText }),
  'audio-answer': async () => ({ Answer: (await import('./audio-answer/AudioAnswer.tsx')).AudioAnswer }),
};

/** The view of a type, where it is there already. */
export function viewOf(type: QuestionType): TypeView | null {
  const view = VIEWS[type];
  return typeof view === 'function' ? null : view;
}

async function loadView(type: QuestionType): Promise<void> {
  const view = VIEWS[type];
  if (typeof view === 'function') VIEWS[type] = await view();
}

/**
 * Fetches the views that some types need. Whoever draws on a server, or takes over what one drew, waits for it first,
 * so that both draw the same.
 */
export async function loadViews(types: Iterable<QuestionType>): Promise<void> {
  await Promise.all(Array.from(new Set(types), loadView));
}
