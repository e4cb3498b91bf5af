import type { Locale } from '@lyceum/core/contract';
import type { Content, Details, Key, QuestionInput, QuestionType, Response, RuleMessage } from '../../contract/index.ts';

/** What scoring needs beside the response: the key of the revision and the language for folding case. */
export type ScoringContext = { readonly language: Locale; readonly content: Content };

/** A list of ids that a paper may show in another order: `options`, or `gap.2` for the choices of gap 2. */
export type IdList = {
  readonly list: string;
  readonly ids: readonly { readonly id: string; readonly pinned?: boolean | undefined }[];
  /** True where the order in the bank would give the answer away, whatever the exam says about shuffling. */
  readonly always: boolean;
};

/** The parts of a question that belong to its type. */
export type Answer = Pick<QuestionInput, 'options' | 'details' | 'key'>;

/** A text of a question that is Markdown, with its field as messages name it. */
export type MarkdownText = { readonly field: string; readonly text: string };

/** One type of question. Adding one = a file with such a value and a line in the registry. */
export type TypeRules = {
  readonly code: QuestionType;
  /** Rules of this type for options, details and key; the general ones stand in `validation/`. */
  readonly validate: (question: QuestionInput) => RuleMessage[];
  /** What stands in `details` before anything was written. */
  readonly emptyDetails: () => Details;
  /**
   * Options, details and key in the one form in which they are stored, compared and hashed; given twice, nothing changes.
   * What is not of this type's shape stays as it is, for `validate` to refuse.
   */
  readonly normalise: (answer: Answer) => Answer;
  /** Markdown in details and key; stem, options and explanations are everybody's. */
  readonly texts: (question: QuestionInput) => readonly MarkdownText[];
  /**
   * Share of the points the response earns, 0–1. A response of another shape, or none, earns 0.
   * Types marked by hand always give 0 here: their share comes from a person.
   * Pure: the same arguments give the same share at any later time.
   */
  readonly score: (response: Response, key: Key, context: ScoringContext) => number;
  /** The texts (Markdown) the author wrote for just this response, in the order of the options; none where there are none. */
  readonly feedbackFor: (response: Response, key: Key, context: ScoringContext) => readonly string[];
  /** What an unanswered item holds; null where nothing stands for it. */
  readonly emptyResponse: () => Response;
  readonly isEmpty: (response: Response) => boolean;
  /** The right answer in words, for review and preview. */
  readonly answerText: (key: Key, content: Content) => string;
  /** The lists a paper shuffles; none for types that have none. */
  readonly lists: (content: Content) => readonly IdList[];
  /**
   * The response with every id replaced: bank ids to the places on a paper, or back. Texts stay as they are.
   * `map` gets each value with its list, what was typed into gap 2 also as `gap.2`: what is not an id of a list it knows it gives back.
   */
  readonly mapIds: (response: Exclude<Response, null>, map: (list: string, id: string) => string) => Exclude<Response, null>;
};
