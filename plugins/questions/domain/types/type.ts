import type { Locale } from '@lyceum/core/contract';
import type { Content, Key, QuestionInput, QuestionType, Response, RuleMessage } from '../../contract/index.ts';

/** What scoring needs beside the response: the key of the revision and the language for folding case. */
export type ScoringContext = { readonly language: Locale; readonly content: Content };

/** A list of ids that a paper may show in another order: `options`, or `gap.2` for the choices of gap 2. */
export type IdList = {
  readonly list: string;
  readonly ids: readonly { readonly id: string; readonly pinned?: boolean | undefined }[];
  /** True where the order in the bank would give the answer away, whatever the exam says about shuffling. */
  readonly always: boolean;
};

/** One type of question. Adding one = a file with such a value and a line in the registry. */
export type TypeRules = {
  readonly code: QuestionType;
  /** Rules of this type for options, details and key; the general ones stand in `validation/`. */
  readonly validate: (question: QuestionInput) => RuleMessage[];
  /**
   * Share of the points the response earns, 0–1. A response of another shape, or none, earns 0.
   * Types marked by hand always give 0 here: their share comes from a person.
   * Pure: the same arguments give the same share at any later time.
   */
  readonly score: (response: Response, key: Key, context: ScoringContext) => number;
  /** What an unanswered item holds; null where nothing stands for it. */
  readonly emptyResponse: () => Response;
  readonly isEmpty: (response: Response) => boolean;
  /** The right answer in words, for review and preview. */
  readonly answerText: (key: Key, content: Content) => string;
  /** The lists a paper shuffles; none for types that have none. */
  readonly lists: (content: Content) => readonly IdList[];
  /** The response with every id replaced: bank ids to the places on a paper, or back. Texts stay as they are. */
  readonly mapIds: (response: Exclude<Response, null>, map: (list: string, id: string) => string) => Exclude<Response, null>;
};
