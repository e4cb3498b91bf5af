import type { Locale } from '@lyceum/core/contract';
import type { Content, Key, QuestionInput, QuestionType, Response, RuleMessage } from '../../contract/index.ts';

/** What scoring needs beside the response: the key of the revision and the language for folding case. */
export type ScoringContext = { readonly language: Locale; readonly content: Content };

/** One type of question. Adding one = a file with such a value and a line in the registry. */
export type TypeRules = {
  readonly code: QuestionType;
  /** Rules of this type for options and key; the general ones stand in `validation/`. */
  readonly validate: (question: QuestionInput) => RuleMessage[];
  /**
   * Share of the points the response earns, 0–1. A response of another shape, or none, earns 0.
   * Pure: the same arguments give the same share at any later time.
   */
  readonly score: (response: Response, key: Key, context: ScoringContext) => number;
  /** What an unanswered item holds. */
  readonly emptyResponse: () => Exclude<Response, null>;
  readonly isEmpty: (response: Response) => boolean;
  /** The right answer in words, for review and preview. */
  readonly answerText: (key: Key, content: Content) => string;
};
