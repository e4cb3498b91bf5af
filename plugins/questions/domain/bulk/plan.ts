import type { BulkAction, BulkReason, QuestionStatus, RuleMessage } from '../../contract/index.ts';
import { isPatch, PATCHED, type Patch, patched } from './patch.ts';

/** What is known of a question when an action is planned. */
export type BulkFacts = {
  readonly status: QuestionStatus;
  /** True when it was published and its draft says nothing else. */
  readonly isCurrent: boolean;
  readonly mayChange: boolean;
  readonly patch: Patch;
  /** Names of exams that use it; asked for a delete only. */
  readonly usedIn: readonly string[];
  /** What the rules say; asked for publishing and sending to review only. */
  readonly messages: readonly RuleMessage[];
  /** True when publishing gives a used question another key; asked for publishing only. */
  readonly changesUsedKey: boolean;
};

/** What an action would do to one question. */
export type BulkPlan =
  | { readonly kind: 'patch'; readonly patch: Patch }
  /** Where it stands changes, or it goes. */
  | { readonly kind: 'move' }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'blocked';
      readonly reason: BulkReason;
      readonly params?: Readonly<Record<string, string>>;
      readonly messages?: readonly RuleMessage[];
    };

/** Tags and exam types a question may carry. */
const AT_MOST = { tags: 30, examTypes: 20 } as const;
/** Exams named in a refusal. */
const NAMED = 5;

const UNCHANGED: BulkPlan = { kind: 'unchanged' };
const MOVE: BulkPlan = { kind: 'move' };

/** Passes when the rules let it: errors block, warnings unless they are accepted. */
function byRules(messages: readonly RuleMessage[], acceptWarnings: boolean): BulkPlan {
  if (messages.some(({ level }) => level === 'error')) return { kind: 'blocked', reason: 'rules', messages };
  return messages.length > 0 && !acceptWarnings ? { kind: 'blocked', reason: 'warnings', messages } : MOVE;
}

const state = (status: QuestionStatus): BulkPlan => ({ kind: 'blocked', reason: 'state', params: { status } });

function moved(action: Exclude<BulkAction, { kind: keyof typeof PATCHED }>, facts: BulkFacts): BulkPlan {
  switch (action.kind) {
    case 'sendToReview':
      if (facts.status === 'inReview') return UNCHANGED;
      return facts.status === 'draft' ? byRules(facts.messages, action.acceptWarnings) : state(facts.status);
    case 'publish':
      if (facts.isCurrent) return UNCHANGED;
      if (facts.changesUsedKey && !action.note) return { kind: 'blocked', reason: 'needsReason' };
      return byRules(facts.messages, action.acceptWarnings);
    case 'archive':
      return facts.status === 'archived' ? UNCHANGED : MOVE;
    case 'backToDraft':
      return facts.status === 'draft' ? UNCHANGED : MOVE;
    case 'delete': {
      const exams = [...new Set(facts.usedIn)];
      if (exams.length === 0) return MOVE;
      const more = exams.length > NAMED ? [`+${exams.length - NAMED}`] : [];
      return { kind: 'blocked', reason: 'inUse', params: { exams: [...exams.slice(0, NAMED), ...more].join(', ') } };
    }
  }
}

/**
 * What an action does to one question.
 * @param newInstitute institute of the new owner, where the owner changes
 */
export function planFor(action: BulkAction, facts: BulkFacts, newInstitute: string | null = null): BulkPlan {
  if (!facts.mayChange) return { kind: 'blocked', reason: 'readOnly' };
  if (!isPatch(action)) return moved(action, facts);
  const patch = patched(facts.patch, action, newInstitute);
  for (const field of ['tags', 'examTypes'] as const) {
    const limit = AT_MOST[field];
    if (patch[field].length > Math.max(limit, facts.patch[field].length))
      return { kind: 'blocked', reason: 'tooMany', params: { limit: String(limit) } };
  }
  const isSame = PATCHED[action.kind].every((field) => JSON.stringify(patch[field]) === JSON.stringify(facts.patch[field]));
  return isSame ? UNCHANGED : { kind: 'patch', patch };
}
