import type { TextFormat } from '../text-format.ts';

export type GiftText = { readonly format: TextFormat; readonly text: string };
export type GiftNumber =
  | { readonly type: 'simple'; readonly number: number }
  | { readonly type: 'range'; readonly number: number; readonly range: number }
  | { readonly type: 'high-low'; readonly numberHigh: number; readonly numberLow: number };
export type GiftChoice<Answer = GiftText> = {
  readonly isCorrect: boolean;
  /** Percent, −100 … 100; null where none is written. */
  readonly weight: number | null;
  readonly text: Answer;
  readonly feedback: GiftText | null;
};

type Head = {
  readonly id: string | null;
  readonly tags: readonly string[] | null;
  readonly title: string | null;
  readonly stem: GiftText;
  readonly hasEmbeddedAnswers: boolean;
};
type Asked = Head & { readonly globalFeedback: GiftText | null };

/** One entry of a GIFT file, in the shape of the MoodleQuestion domain model that other GIFT tools use too. */
export type GiftQuestion =
  | { readonly type: 'Category'; readonly title: string }
  | (Head & { readonly type: 'Description' })
  | (Asked & { readonly type: 'Essay' })
  | (Asked & {
      readonly type: 'TF';
      readonly isTrue: boolean;
      readonly trueFeedback: GiftText | null;
      readonly falseFeedback: GiftText | null;
    })
  | (Asked & { readonly type: 'MC'; readonly choices: readonly GiftChoice[] })
  | (Asked & { readonly type: 'Short'; readonly choices: readonly GiftChoice[] })
  | (Asked & { readonly type: 'Numerical'; readonly choices: GiftNumber | readonly GiftChoice<GiftNumber | GiftText>[] })
  | (Asked & { readonly type: 'Matching'; readonly matchPairs: readonly { subquestion: GiftText; subanswer: string }[] });
