import type { RightAnswer } from '../../contract/index.ts';
import { ViewProvider } from '../context.tsx';
import { Text } from '../html/Text.tsx';
import type { ViewTexts } from '../texts/texts.ts';
import { directionOf, type ViewItem, type ViewResponse } from '../types.ts';
import { BlanksReview } from './BlanksReview.tsx';
import { ChoicesReview } from './ChoicesReview.tsx';
import { MarkedReview } from './MarkedReview.tsx';
import { MatchingReview } from './MatchingReview.tsx';
import { OrderingReview } from './OrderingReview.tsx';
import { TypedReview } from './TypedReview.tsx';

export type ReviewProps = {
  readonly item: ViewItem;
  readonly response: ViewResponse | null;
  readonly right: RightAnswer;
  /** Share of the points, 0–1; null where it is not told, or not known yet. */
  readonly ratio: number | null;
  /** Only what is right is shown: nobody answered. */
  readonly isKeyOnly?: boolean | undefined;
};

/** One view a type; which one is told by the form of what is right, and each can tell what does not fit it. */
const REVIEWS = {
  'single-choice': ChoicesReview,
  'multiple-choice': ChoicesReview,
  'true-false': ChoicesReview,
  number: TypedReview,
  'short-text': TypedReview,
  blanks: BlanksReview,
  matching: MatchingReview,
  ordering: OrderingReview,
  'long-text': MarkedReview,
  'audio-answer': MarkedReview,
} as const satisfies Record<ViewItem['type'], (props: ReviewProps) => JSX.Element | null>;

/** Given and right answer of a question, by icon and word, never by colour alone. Text only: it needs no script. */
export function Review({ texts, ...props }: ReviewProps & { texts: ViewTexts }) {
  const ReviewOfType = REVIEWS[props.item.type];
  return (
    <ViewProvider texts={texts} isStatic>
      <div className="review-view">
        <ReviewOfType {...props} />
      </div>
    </ViewProvider>
  );
}

/** The stem of a question that is only read; gaps stay lines in the sentence, with their numbers. */
export function ReviewStem({ item, texts }: { item: ViewItem; texts: ViewTexts }) {
  return (
    <ViewProvider texts={texts} isStatic>
      <Text
        className="stem"
        lang={item.lang}
        dir={directionOf(item.lang)}
        html={item.stemHtml}
        item={item.item}
        fill={({ attributes }) =>
          attributes.class === 'gap' ? (
            <span className="gap-line">
              <span className="unseen">{texts.t('gap', { number: attributes['data-gap'] ?? '' })}</span>
              <span aria-hidden="true">{attributes['data-gap']}</span>
            </span>
          ) : undefined
        }
      />
    </ViewProvider>
  );
}
