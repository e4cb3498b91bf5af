import type { DocumentId } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import type { BulkAction, RuleMessage } from '../../contract/index.ts';
import { isPatch, written } from './patch.ts';
import { type BulkFacts, planFor } from './plan.ts';

const topic = 'topic0000000000000000000' as DocumentId;
const other = 'topic0000000000000000001' as DocumentId;
const facts = (over: Partial<BulkFacts> = {}): BulkFacts => ({
  status: 'draft',
  isCurrent: false,
  mayChange: true,
  patch: {
    tags: ['a', 'b'],
    topic,
    difficulty: 3,
    examTypes: [topic],
    skill: null,
    licence: null,
    ownerId: 1,
    institute: null,
    isShared: false,
  },
  usedIn: [],
  messages: [],
  changesUsedKey: false,
  ...over,
});
const message = (level: 'error' | 'warning'): RuleMessage => ({ code: 'required', level, field: 'stem', params: {} });

describe('what a bulk action does to one question [Q-06]', () => {
  const ACTIONS: [BulkAction, object][] = [
    [{ kind: 'addTags', tags: ['b', 'c'] }, { tags: ['a', 'b', 'c'] }],
    [{ kind: 'removeTags', tags: ['a', 'x'] }, { tags: ['b'] }],
    [{ kind: 'setTopic', topic: other }, { topic: other }],
    [{ kind: 'setDifficulty', difficulty: 9 }, { difficulty: 9 }],
    [{ kind: 'addExamTypes', examTypes: [other] }, { examTypes: [topic, other] }],
    [{ kind: 'removeExamTypes', examTypes: [topic] }, { examTypes: [] }],
    [{ kind: 'setSkill', skill: other }, { skill: other }],
    [{ kind: 'setLicence', licence: 'CC BY 4.0' }, { licence: 'CC BY 4.0' }],
    [
      { kind: 'setOwner', ownerId: 2 },
      { ownerId: 2, institute: 'i' },
    ],
    [{ kind: 'share', isShared: true }, { isShared: true }],
  ];
  it.each(ACTIONS)('writes its own field and no other: %j', (action, expected) => {
    const plan = planFor(action, facts(), 'i');
    expect(plan).toMatchObject({ kind: 'patch', patch: { ...facts().patch, ...expected } });
    expect(plan.kind === 'patch' && isPatch(action) && written(plan.patch, action.kind)).toEqual(expected);
  });

  it('does nothing where there is nothing to do', () => {
    expect(planFor({ kind: 'addTags', tags: ['a'] }, facts())).toEqual({ kind: 'unchanged' });
    expect(planFor({ kind: 'setDifficulty', difficulty: 3 }, facts())).toEqual({ kind: 'unchanged' });
    expect(planFor({ kind: 'archive' }, facts({ status: 'archived' }))).toEqual({ kind: 'unchanged' });
    expect(planFor({ kind: 'publish', acceptWarnings: false }, facts({ isCurrent: true }))).toEqual({ kind: 'unchanged' });
  });

  it('leaves alone what is shared by somebody else', () => {
    expect(planFor({ kind: 'delete' }, facts({ mayChange: false }))).toEqual({ kind: 'blocked', reason: 'readOnly' });
  });

  it('gives no question more tags than it may have', () => {
    const many = facts({ patch: { ...facts().patch, tags: Array.from({ length: 30 }, (_, at) => `t${at}`) } });
    expect(planFor({ kind: 'addTags', tags: ['one more'] }, many)).toMatchObject({ kind: 'blocked', reason: 'tooMany' });
  });

  it('publishes and sends to review by the rules: errors block, warnings until they are accepted [Q-04, Q-37]', () => {
    for (const kind of ['publish', 'sendToReview'] as const) {
      expect(planFor({ kind, acceptWarnings: true }, facts({ messages: [message('error')] }))).toMatchObject({ reason: 'rules' });
      expect(planFor({ kind, acceptWarnings: false }, facts({ messages: [message('warning')] }))).toMatchObject({
        reason: 'warnings',
      });
      expect(planFor({ kind, acceptWarnings: true }, facts({ messages: [message('warning')] }))).toEqual({ kind: 'move' });
    }
    expect(planFor({ kind: 'sendToReview', acceptWarnings: true }, facts({ status: 'archived' }))).toMatchObject({
      reason: 'state',
      params: { status: 'archived' },
    });
  });

  it('asks why before a used question gets another key [Q-42]', () => {
    const changed = facts({ changesUsedKey: true });
    expect(planFor({ kind: 'publish', acceptWarnings: false }, changed)).toEqual({ kind: 'blocked', reason: 'needsReason' });
    expect(planFor({ kind: 'publish', acceptWarnings: false, note: 'the key was wrong' }, changed)).toEqual({ kind: 'move' });
  });

  it('deletes nothing an exam uses, and names the exams [Q-07]', () => {
    const usedIn = ['A', 'B', 'B', 'C', 'D', 'E', 'F'];
    expect(planFor({ kind: 'delete' }, facts({ usedIn }))).toEqual({
      kind: 'blocked',
      reason: 'inUse',
      params: { exams: 'A, B, C, D, E, +1' },
    });
    expect(planFor({ kind: 'delete' }, facts())).toEqual({ kind: 'move' });
  });
});
