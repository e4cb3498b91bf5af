import type { FormatItem, QuestionInput, RuleMessage } from '../../../../contract/index.ts';

/** Where a proposal stands: waiting for a decision, taken as a draft, put aside, or refused by the server. */
export type ProposalState = 'open' | 'accepted' | 'rejected' | 'refused';

export type Proposal = FormatItem & {
  /** Place in the text, from 0; stays while others are decided. */
  readonly place: number;
  readonly state: ProposalState;
  readonly documentId: string | null;
  /** Why the server did not take it. */
  readonly reasons: readonly { field: string; message: string }[];
};

export const toProposals = (items: readonly FormatItem[]): Proposal[] =>
  items.map((item, place) => ({ ...item, place, state: 'open', documentId: null, reasons: [] }));

const hasError = (messages: readonly RuleMessage[]): boolean => messages.some(({ level }) => level === 'error');

/** True when it can be stored as it is. */
export const isComplete = ({ proposal, messages }: FormatItem): boolean => proposal !== null && !hasError(messages);

/** Those that "accept all" takes: undecided and without an error. */
export const acceptable = (proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter((one) => (one.state === 'open' || one.state === 'refused') && isComplete(one));

type Result = { documentId: string | null; messages: readonly { field: string; message: string }[] };

/** The proposals with what became of those that were sent; a rejected one that is accepted after all is fine too. */
export function withResults(proposals: readonly Proposal[], sent: readonly number[], results: readonly Result[]): Proposal[] {
  return proposals.map((one) => {
    const result = results[sent.indexOf(one.place)];
    if (!sent.includes(one.place) || !result) return one;
    return result.documentId === null
      ? { ...one, state: 'refused', reasons: result.messages }
      : { ...one, state: 'accepted', documentId: result.documentId, reasons: [] };
  });
}

/** A proposal that the editor changed, with what the rules say about it now. */
export const edited = (
  proposals: readonly Proposal[],
  place: number,
  proposal: QuestionInput,
  messages: RuleMessage[],
): Proposal[] => proposals.map((one) => (one.place === place ? { ...one, proposal, messages, state: 'open', reasons: [] } : one));

export const decided = (proposals: readonly Proposal[], place: number, state: ProposalState): Proposal[] =>
  proposals.map((one) => (one.place === place ? { ...one, state } : one));
