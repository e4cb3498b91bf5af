import type { ItemChange, SavedResponse } from '../../contract/responses.ts';
import type { AttemptState } from '../../contract/values.ts';
import type { SaveAnswer } from './save.ts';

/**
 * Cases of a save with the answer each must get. The unit test runs the rule over them and the integration test the
 * SQL statement, so that the two cannot drift apart (house style §5). Times are seconds from now; negative is past.
 */
export type SaveCase = {
  readonly name: string;
  readonly state: AttemptState;
  readonly deadlineIn: number | null;
  readonly graceSec: number;
  readonly sectionEndsIn: number | null;
  readonly open: readonly [first: number, last: number];
  readonly here: boolean;
  readonly ticketExpired: boolean;
  readonly blocked: boolean;
  readonly held: Readonly<Record<string, SavedResponse>>;
  readonly changes: readonly ItemChange[];
  readonly answer: SaveAnswer;
  /** Revision per item after the call. */
  readonly revs: Readonly<Record<string, number>>;
};

const change = (item: number, rev: number, text = `r${rev}`): ItemChange => ({
  item,
  rev,
  response: { text },
  flagged: false,
  secondsSpent: rev,
});
const heldAt = (rev: number): SavedResponse => ({ rev, response: { text: 'held' }, flagged: true, secondsSpent: 1 });

const plain = {
  state: 'running',
  deadlineIn: 600,
  graceSec: 10,
  sectionEndsIn: null,
  open: [1, 10],
  here: true,
  ticketExpired: false,
  blocked: false,
  held: { '1': heldAt(2), '3': heldAt(7) },
  changes: [change(1, 3), change(2, 1)],
  answer: 'saved',
  revs: { '1': 3, '2': 1, '3': 7 },
} as const satisfies Omit<SaveCase, 'name'>;

const untouched = { '1': 2, '3': 7 };

export const SAVE_CASES: readonly SaveCase[] = [
  { ...plain, name: 'takes newer revisions and new items' },
  { ...plain, name: 'keeps a higher revision whatever comes later', changes: [change(3, 6), change(1, 2)], revs: untouched },
  { ...plain, name: 'takes nothing from an empty call', changes: [], revs: untouched },
  { ...plain, name: 'has no deadline when untimed', deadlineIn: null },
  { ...plain, name: 'counts within the grace time', deadlineIn: -5 },
  { ...plain, name: 'is late after the grace time', deadlineIn: -12, answer: 'late', revs: untouched },
  { ...plain, name: 'is late at once without grace', deadlineIn: -1, graceSec: 0, answer: 'late', revs: untouched },
  { ...plain, name: 'is refused to a device that lost the attempt', here: false, answer: 'elsewhere', revs: untouched },
  { ...plain, name: 'is refused with an old ticket', ticketExpired: true, answer: 'ticketExpired', revs: untouched },
  { ...plain, name: 'is late, not elsewhere, when both hold', here: false, deadlineIn: -60, answer: 'late', revs: untouched },
  { ...plain, name: 'is refused after the end', state: 'scored', answer: 'closed', revs: untouched },
  { ...plain, name: 'is refused when voided', state: 'voided', deadlineIn: -60, answer: 'closed', revs: untouched },
  { ...plain, name: 'is refused to a blocked learner', blocked: true, answer: 'blocked', revs: untouched },
  { ...plain, name: 'takes only items that are open', open: [2, 10], revs: { '1': 2, '2': 1, '3': 7 } },
  { ...plain, name: 'takes no item beyond the open ones', open: [1, 1], revs: { '1': 3, '3': 7 } },
  { ...plain, name: 'takes answers in the grace time of a section', sectionEndsIn: -5 },
  { ...plain, name: 'takes none after the grace time of a section', sectionEndsIn: -12, revs: untouched },
];
