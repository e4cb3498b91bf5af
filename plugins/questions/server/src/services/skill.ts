import { refuse } from '@lyceum/core/contract';
import { type Actor, actorKey, audit, db, inTransaction, type Tx, theStrapi } from '@lyceum/core/server';
import { questionsProblems, type Skill } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { sameName } from '../../../domain/topic/tree.ts';
import { draftsOfSkill, reclassify } from '../records/reclassify.ts';
import { dropRedirects, forgetRedirectsTo, redirect } from '../records/redirect.ts';
import { allSkills, lockSkills, type SkillRecord } from '../records/skill.ts';
import { noteReclassified } from './reclassified.ts';

const UID = 'plugin::questions.skill';

const found = (records: readonly SkillRecord[], documentId: string): SkillRecord =>
  records.find((record) => record.documentId === documentId) ?? refuse(questionsProblems.skillNotFound);

/** Locked, audited, and told as it is afterwards. */
function change<Result>(
  action: string,
  actor: Actor,
  work: (tx: Tx, records: SkillRecord[]) => Promise<{ documentId: string; result: Result }>,
): Promise<Result> {
  return inTransaction(async (tx) => {
    await lockSkills(tx);
    const { documentId, result } = await work(tx, await allSkills(tx));
    await audit(tx, { actor, action: `questions.${action}`, object: `skill:${documentId}`, after: result });
    return result;
  });
}

/** @throws Refusal when another skill has the name */
function freeName(records: readonly SkillRecord[], given: string, self: string | null): string {
  const name = cleanLine(given);
  const twin = records.find((record) => record.documentId !== self && sameName(record.name) === sameName(name));
  return twin ? refuse(questionsProblems.skillNameTaken, { params: { name } }) : name;
}

const one = async (tx: Tx, documentId: string): Promise<Skill> => found(await allSkills(tx), documentId);

export const skills = {
  list: async (): Promise<{ rows: Skill[] }> => ({ rows: await allSkills(db()) }),

  create: (input: { name: string }, actor: Actor): Promise<Skill> =>
    change('createSkill', actor, async (tx, records) => {
      const name = freeName(records, input.name, null);
      await dropRedirects(tx, 'skill', [name]);
      const { documentId } = await theStrapi()
        .documents(UID)
        .create({ data: { name } as never });
      return { documentId, result: await one(tx, documentId) };
    }),

  rename: (documentId: string, input: { name: string }, actor: Actor): Promise<Skill> =>
    change('renameSkill', actor, async (tx, records) => {
      const before = found(records, documentId);
      const name = freeName(records, input.name, documentId);
      await theStrapi()
        .documents(UID)
        .update({ documentId, data: { name } as never });
      await dropRedirects(tx, 'skill', [name]);
      if (sameName(name) !== sameName(before.name)) await redirect(tx, 'skill', [before.name], documentId);
      return { documentId, result: await one(tx, documentId) };
    }),

  merge: (documentId: string, into: string, actor: Actor): Promise<{ moved: number }> =>
    change('mergeSkill', actor, async (tx, records) => {
      if (documentId === into) refuse(questionsProblems.mergeIntoItself);
      const from = found(records, documentId);
      const target = found(records, into);
      const ids = await draftsOfSkill(tx, documentId);
      const note = `${from.name} → ${target.name}`;
      const moved = await reclassify(tx, ids, (before) => ({ ...before, skill: target.documentId }), actorKey(actor), note);
      await noteReclassified(tx, ids, note, actor);
      await theStrapi().documents(UID).delete({ documentId });
      await redirect(tx, 'skill', [from.name, documentId], into, documentId);
      return { documentId, result: { moved } };
    }),

  remove: (documentId: string, actor: Actor): Promise<void> =>
    change('deleteSkill', actor, async (tx, records) => {
      found(records, documentId);
      const { length } = await draftsOfSkill(tx, documentId);
      if (length > 0) refuse(questionsProblems.skillInUse, { params: { count: length } });
      await theStrapi().documents(UID).delete({ documentId });
      await forgetRedirectsTo(tx, documentId);
      return { documentId, result: undefined };
    }),
};
