import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, actorKey, audit, db, inTransaction, type Tx, theStrapi } from '@lyceum/core/server';
import { type BlueprintLine, type ExamType, questionsProblems } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { sameName } from '../../../domain/topic/tree.ts';
import { allExamTypes, type ExamTypeRecord, lockExamTypes } from '../records/exam-type.ts';
import { draftsOfExamType, reclassify } from '../records/reclassify.ts';
import { dropRedirects, forgetRedirectsTo, redirect } from '../records/redirect.ts';
import { noteReclassified } from './reclassified.ts';
import { topicTree } from './topic-tree.ts';

const UID = 'plugin::questions.exam-type';

type Input = { code: string; name: string; blueprint: BlueprintLine[] };

const toExamType = (record: ExamTypeRecord): ExamType => ({ ...record, blueprint: record.blueprint ?? [] });
const found = (records: readonly ExamTypeRecord[], documentId: string): ExamTypeRecord =>
  records.find((record) => record.documentId === documentId) ?? refuse(questionsProblems.examTypeNotFound);

/** Locked, audited, and told as it is afterwards. */
function change<Result>(
  action: string,
  actor: Actor,
  work: (tx: Tx, records: ExamTypeRecord[]) => Promise<{ documentId: string; result: Result }>,
): Promise<Result> {
  return inTransaction(async (tx) => {
    await lockExamTypes(tx);
    const { documentId, result } = await work(tx, await allExamTypes(tx));
    await audit(tx, { actor, action: `questions.${action}`, object: `exam-type:${documentId}`, after: result });
    return result;
  });
}

/** @throws Refusal when another one has the code or a topic of the blueprint is not in the tree */
async function checked(tx: Tx, records: readonly ExamTypeRecord[], input: Input, self: string | null): Promise<Input> {
  const code = cleanLine(input.code);
  const twin = records.find((record) => record.documentId !== self && sameName(record.code) === sameName(code));
  if (twin) refuse(questionsProblems.examTypeTaken, { params: { code } });
  const topics = new Set<string>((await topicTree(tx)).map(({ documentId }) => documentId));
  const at = input.blueprint.findIndex(({ topic }) => !topics.has(topic));
  if (at >= 0)
    refuse(questionsProblems.topicNotFound, { errors: [{ path: `body.blueprint.${at}.topic`, message: 'is not in the tree' }] });
  return { code, name: cleanLine(input.name), blueprint: input.blueprint };
}

const one = async (tx: Tx, documentId: string): Promise<ExamType> => toExamType(found(await allExamTypes(tx), documentId));

export const examTypes = {
  list: async (): Promise<{ rows: ExamType[] }> => ({ rows: (await allExamTypes(db())).map(toExamType) }),

  create: (input: Input, actor: Actor): Promise<ExamType> =>
    change('createExamType', actor, async (tx, records) => {
      const data = await checked(tx, records, input, null);
      await dropRedirects(tx, 'exam-type', [data.code]);
      const { documentId } = await theStrapi()
        .documents(UID)
        .create({ data: data as never });
      return { documentId, result: await one(tx, documentId) };
    }),

  update: (documentId: string, input: { [Field in keyof Input]?: Input[Field] | undefined }, actor: Actor): Promise<ExamType> =>
    change('updateExamType', actor, async (tx, records) => {
      const before = toExamType(found(records, documentId));
      const data = await checked(
        tx,
        records,
        { code: input.code ?? before.code, name: input.name ?? before.name, blueprint: input.blueprint ?? before.blueprint },
        documentId,
      );
      await theStrapi()
        .documents(UID)
        .update({ documentId, data: data as never });
      await dropRedirects(tx, 'exam-type', [data.code]);
      if (sameName(data.code) !== sameName(before.code)) await redirect(tx, 'exam-type', [before.code], documentId);
      return { documentId, result: await one(tx, documentId) };
    }),

  merge: (documentId: string, into: string, actor: Actor): Promise<{ moved: number }> =>
    change('mergeExamType', actor, async (tx, records) => {
      if (documentId === into) refuse(questionsProblems.mergeIntoItself);
      const from = found(records, documentId);
      const target = found(records, into);
      const ids = await draftsOfExamType(tx, documentId);
      const swap = (list: readonly DocumentId[]) => [...new Set(list.map((id) => (id === documentId ? target.documentId : id)))];
      const note = `${from.code} → ${target.code}`;
      const moved = await reclassify(
        tx,
        ids,
        (before) => ({ ...before, examTypes: swap(before.examTypes) }),
        actorKey(actor),
        note,
      );
      await noteReclassified(tx, ids, note, actor);
      await theStrapi().documents(UID).delete({ documentId });
      await redirect(tx, 'exam-type', [from.code, documentId], into, documentId);
      return { documentId, result: { moved } };
    }),

  remove: (documentId: string, actor: Actor): Promise<void> =>
    change('deleteExamType', actor, async (tx, records) => {
      found(records, documentId);
      const { length } = await draftsOfExamType(tx, documentId);
      if (length > 0) refuse(questionsProblems.examTypeInUse, { params: { count: length } });
      await theStrapi().documents(UID).delete({ documentId });
      await forgetRedirectsTo(tx, documentId);
      return { documentId, result: undefined };
    }),
};
