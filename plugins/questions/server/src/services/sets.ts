import { type DocumentId, type ReplyOf, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, encodeCursor, inTransaction, keyset, newId, type Tx } from '@lyceum/core/server';
import type { z } from 'zod';
import {
  type getSet,
  type listSets,
  type QuestionSet,
  questionsProblems,
  SET_MAX_QUESTIONS,
  SETS_PER_PERSON,
  type SetContent,
  type SetFigures,
  type SetMember,
  SHARE_MAX_QUESTIONS,
} from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import * as records from '../records/sets.ts';
import { type Scope, scopeOf, seenOf } from './scope.ts';
import { currentRule, type RuleNames, requireKnown, ruleNames } from './set-rule.ts';

type Query = z.output<NonNullable<(typeof listSets)['query']>>;
type SetInput = { name: string; content: SetContent };

const SORTS = {
  updatedAt: { column: 's.updated_at', cast: 'timestamptz' },
  name: { column: 'lower(s.name)', cast: 'text' },
} as const;
const STEM_SHOWN = 160;

const contentOf = ({ kind, documentIds, rule }: records.SetRecord, names: RuleNames): SetContent =>
  kind === 'fixed' || rule === null ? { kind: 'fixed', documentIds } : { kind: 'rule', rule: currentRule(rule, names) };

async function figuresOf(contents: readonly SetContent[], scope: Scope): Promise<SetFigures[]> {
  const lists = contents.map((content) => (content.kind === 'fixed' ? content.documentIds : []));
  const listed = await records.countPublished(db(), lists);
  const figures: SetFigures[] = [];
  // One after the other: a page of rules must not take every connection.
  for (const [at, content] of contents.entries())
    figures.push(
      content.kind === 'fixed'
        ? { asked: content.documentIds.length, published: listed[at] ?? 0 }
        : { asked: content.rule.count, published: await records.countMatching(db(), content.rule, scope) },
    );
  return figures;
}

async function toSets(rows: readonly records.SetRecord[], scope: Scope): Promise<QuestionSet[]> {
  const names = await ruleNames(db());
  const contents = rows.map((row) => contentOf(row, names));
  const figures = await figuresOf(contents, scope);
  return rows.map((row, at) => ({
    id: row.id,
    name: row.name,
    content: contents[at] ?? contentOf(row, names),
    ...(figures[at] ?? { asked: 0, published: 0 }),
    owner: row.owner,
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** A fixed set's questions in their order; of a rule the first it finds. */
async function members(content: SetContent, scope: Scope): Promise<SetMember[]> {
  const ids =
    content.kind === 'fixed' ? content.documentIds : await records.idsMatching(db(), content.rule, scope, SHARE_MAX_QUESTIONS);
  const rows = await records.membersOf(db(), scope, ids.slice(0, SET_MAX_QUESTIONS));
  return rows.map(({ stem, ...row }) => ({ ...row, stemStart: cleanLine(stem).slice(0, STEM_SHOWN) }));
}

const one = async (tx: Tx, scope: Scope, id: string): Promise<QuestionSet> => {
  const row = (await records.findSet(tx, scope, id)) ?? refuse(questionsProblems.setNotFound);
  const [set] = await toSets([row], scope);
  return set ?? refuse(questionsProblems.setNotFound);
};

/** Of a list every question that is new in it must be one the actor sees; of a rule every name must exist. */
async function requireUsable(tx: Tx, content: SetContent, before: readonly DocumentId[], actor: Actor): Promise<void> {
  if (content.kind === 'rule') return requireKnown(tx, content.rule);
  const added = content.documentIds.filter((id) => !before.includes(id));
  const seen = new Set(await seenOf(actor, added));
  const unknown = content.documentIds.flatMap((id, at) =>
    added.includes(id) && !seen.has(id) ? [{ path: `body.content.documentIds.${at}`, message: 'is no question you see' }] : [],
  );
  if (unknown.length > 0) refuse(questionsProblems.questionNotFound, { errors: unknown });
}

const stored = (id: string, { name, content }: SetInput) => ({
  id,
  name: cleanLine(name),
  kind: content.kind,
  documentIds: content.kind === 'fixed' ? content.documentIds : [],
  rule: content.kind === 'rule' ? content.rule : null,
});

async function add(tx: Tx, input: SetInput, actor: Actor, scope: Scope): Promise<QuestionSet> {
  if ((await records.countSetsOf(tx, scope.staffId)) >= SETS_PER_PERSON)
    refuse(questionsProblems.tooManySets, { params: { count: SETS_PER_PERSON } });
  const id = newId();
  const institute = scope.kind === 'own' ? scope.institute : null;
  await records.insertSet(tx, stored(id, input), { staffId: scope.staffId, institute });
  await audit(tx, { actor, action: 'questions.createSet', object: `questionSet:${id}`, after: input });
  return one(tx, scope, id);
}

/** Sets of questions: a list in an order, or a rule. */
export const questionSets = {
  async list({ cursor, pageSize, sort, ...filter }: Query, actor: Actor): Promise<ReplyOf<typeof listSets>> {
    const scope = await scopeOf(actor);
    const page = keyset({ sort, cursor }, SORTS, 's.id', 'uuid');
    const [found, total] = await Promise.all([
      records.setPage(db(), filter, scope, { ...page, limit: pageSize + 1 }),
      cursor === undefined ? records.countSets(db(), filter, scope) : null,
    ]);
    const rows = found.slice(0, pageSize);
    const last = rows.at(-1);
    const next = found.length > pageSize && last ? encodeCursor([last.sortValue, last.id]) : null;
    return { rows: await toSets(rows, scope), next, total };
  },

  async get(id: string, actor: Actor): Promise<ReplyOf<typeof getSet>> {
    const scope = await scopeOf(actor);
    const row = (await records.findSet(db(), scope, id)) ?? refuse(questionsProblems.setNotFound);
    const [set] = await toSets([row], scope);
    if (!set) refuse(questionsProblems.setNotFound);
    return { ...set, members: await members(set.content, scope) };
  },

  async count(content: SetContent, actor: Actor): Promise<SetFigures & { members: SetMember[] }> {
    const scope = await scopeOf(actor);
    const [figures = { asked: 0, published: 0 }] = await figuresOf([content], scope);
    return { ...figures, members: await members(content, scope) };
  },

  create: (input: SetInput, actor: Actor): Promise<QuestionSet> =>
    inTransaction(async (tx) => {
      await requireUsable(tx, input.content, [], actor);
      return add(tx, input, actor, await scopeOf(actor));
    }),

  /** The same content under another name, for whoever copies it. */
  copy: (id: string, name: string, actor: Actor): Promise<QuestionSet> =>
    inTransaction(async (tx) => {
      const scope = await scopeOf(actor);
      const { content } = await one(tx, scope, id);
      return add(tx, { name, content }, actor, scope);
    }),

  change: (
    id: string,
    { ifUpdatedAt, ...input }: SetInput & { ifUpdatedAt?: string | undefined },
    actor: Actor,
  ): Promise<QuestionSet> =>
    inTransaction(async (tx) => {
      const scope = await scopeOf(actor);
      const before = (await records.findSet(tx, scope, id, true)) ?? refuse(questionsProblems.setNotFound);
      if (ifUpdatedAt !== undefined && new Date(ifUpdatedAt).getTime() !== before.updatedAt.getTime())
        refuse(questionsProblems.changedMeanwhile);
      await requireUsable(tx, input.content, before.documentIds, actor);
      await records.updateSet(tx, stored(id, input));
      const { name, kind, documentIds, rule } = before;
      await audit(tx, {
        actor,
        action: 'questions.updateSet',
        object: `questionSet:${id}`,
        before: { name, kind, documentIds, rule },
        after: input,
      });
      return one(tx, scope, id);
    }),

  remove: (id: string, actor: Actor): Promise<void> =>
    inTransaction(async (tx) => {
      const before = (await records.findSet(tx, await scopeOf(actor), id, true)) ?? refuse(questionsProblems.setNotFound);
      await records.deleteSet(tx, id);
      const { name, kind, documentIds, rule } = before;
      await audit(tx, {
        actor,
        action: 'questions.deleteSet',
        object: `questionSet:${id}`,
        before: { name, kind, documentIds, rule },
      });
    }),
};
