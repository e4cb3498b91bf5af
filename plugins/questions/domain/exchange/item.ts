import type { QuestionInput, RuleMessage } from '../../contract/index.ts';

/** What a format could not carry over as it was. Its sentence stands under its code in `contract/messages/exchange.ts`. */
export type Loss = {
  /** `approximated`: there, but not the same; `leftOut`: not there. What is in no list was kept. */
  readonly level: 'approximated' | 'leftOut';
  readonly code: string;
  /** Dotted from the question, as in a message of the rules. */
  readonly field: string;
  readonly params: RuleMessage['params'];
};

/** Fields that a file names in words and the bank by an id. */
type Named = 'topic' | 'furtherTopics' | 'examTypes' | 'skill';

/**
 * A question on its way between the bank and a file, complete but for the ids of this bank. Fields that the file does not
 * know are left out and get the values chosen in the import. Images and audio that come with the file are
 * addressed as `media:<name in the file>` in Markdown; those that are exported stand as they are in the bank.
 */
export type ExchangeQuestion = Pick<QuestionInput, 'type' | 'stem' | 'key'> &
  Partial<Omit<QuestionInput, 'type' | 'stem' | 'key' | Named>> & {
    /** Names from the root, joined by ` / `. */
    readonly topic?: string;
    readonly furtherTopics?: readonly string[];
    /** Codes. */
    readonly examTypes?: readonly string[];
    /** Name. */
    readonly skill?: string;
  };

/** One entry of a file. Also those that are no question we know: they are listed, never skipped in silence. */
export type ExchangeItem = {
  /** Line of a text file, or place of the item in its package, from 1. */
  readonly number: number;
  /** What the format calls this kind of entry, such as `calculatedmulti`. */
  readonly kind: string;
  /** Null for a kind that the bank has no type for; `losses` then says so. */
  readonly question: ExchangeQuestion | null;
  readonly losses: readonly Loss[];
  /** What cannot be read, with its place; such an entry fails. */
  readonly messages: readonly RuleMessage[];
  /** The entry as it stands in the file, at most 100,000 characters: shown beside the result and used to tell it again. */
  readonly source: string;
};

/** One question written in a format, and what of it the format cannot carry. Null when the format has nothing for its type. */
export type Written = { readonly text: string | null; readonly losses: readonly Loss[] };
