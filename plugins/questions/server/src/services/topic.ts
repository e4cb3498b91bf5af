import { coreProblems, type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, db, inTransaction, type Tx, theStrapi } from '@lyceum/core/server';
import { questionEvents, questionsProblems, type Topic } from '../../../contract/index.ts';
import { cleanLine } from '../../../domain/text/clean.ts';
import { slugOf } from '../../../domain/topic/slug.ts';
import { canMove, hasSibling, MAX_DEPTH, subtree } from '../../../domain/topic/tree.ts';
import { raisePoolVersion } from '../records/publish.ts';
import { forgetRedirectsTo, redirect } from '../records/redirect.ts';
import { isTopicUsed, lockTopics, orderTopics, topicCounts } from '../records/topic.ts';
import { type PlacedTopic, topicTree } from './topic-tree.ts';

const UID = 'plugin::questions.topic';
const link = (parent: string | null) => ({ set: parent === null ? [] : [{ documentId: parent }] });

const nodeOf = (tree: readonly PlacedTopic[], documentId: string): PlacedTopic =>
  tree.find((node) => node.documentId === documentId) ?? refuse(questionsProblems.topicNotFound);

/** A name without hidden marks; one of nothing else is refused. */
const nameOf = (name: string): string =>
  cleanLine(name) || refuse(coreProblems.invalidRequest, { errors: [{ path: 'body.name', message: 'is empty' }] });
const codeOf = (code: string | null): string | null => (code === null ? null : cleanLine(code) || null);

/** Every change of the tree: locked, audited, announced, and the pool's version raised. */
function changeTree<Result>(
  action: string,
  actor: Actor,
  work: (tx: Tx, tree: PlacedTopic[]) => Promise<{ documentId: string; result: Result }>,
): Promise<Result> {
  return inTransaction(async (tx) => {
    await lockTopics(tx);
    const { documentId, result } = await work(tx, await topicTree(tx));
    await audit(tx, { actor, action: `questions.${action}`, object: `topic:${documentId}`, after: result });
    await announce(tx, questionEvents.topicsChanged, { topicIds: [documentId as DocumentId] });
    await raisePoolVersion(tx);
    return result;
  });
}

export const topics = {
  async list(): Promise<{ rows: Topic[] }> {
    const tree = await topicTree(db());
    const counts = new Map((await topicCounts(db())).map((count) => [count.documentId, count]));
    const below = (documentId: string) =>
      [...subtree(tree, documentId)].reduce((sum, id) => sum + (counts.get(id)?.published ?? 0), 0);
    return {
      rows: tree.map((node) => ({
        documentId: node.documentId,
        name: node.name,
        slug: node.slug,
        code: node.code,
        parent: node.parent,
        order: node.order,
        path: node.path,
        depth: node.depth,
        questions: counts.get(node.documentId)?.questions ?? 0,
        published: below(node.documentId),
      })),
    };
  },

  async one(documentId: string): Promise<Topic> {
    const { rows } = await topics.list();
    return rows.find((row) => row.documentId === documentId) ?? refuse(questionsProblems.topicNotFound);
  },

  create: (given: { name: string; code: string | null; parent: string | null }, actor: Actor): Promise<Topic> =>
    changeTree('createTopic', actor, async (_, tree) => {
      const input = { ...given, name: nameOf(given.name), code: codeOf(given.code) };
      const depth = input.parent === null ? 0 : nodeOf(tree, input.parent).depth + 1;
      if (depth >= MAX_DEPTH) refuse(questionsProblems.topicTooDeep);
      if (hasSibling(tree, input.name, input.parent)) refuse(questionsProblems.topicNameTaken, { params: { name: input.name } });
      const order = tree.filter(({ parent }) => parent === input.parent).length;
      const made = await theStrapi()
        .documents(UID)
        .create({
          data: { name: input.name, slug: slugOf(input.name), code: input.code, order, parent: link(input.parent) } as never,
        });
      return { documentId: made.documentId, result: await topics.one(made.documentId) };
    }),

  rename: (
    documentId: string,
    change: { name?: string | undefined; code?: string | null | undefined },
    actor: Actor,
  ): Promise<Topic> =>
    changeTree('renameTopic', actor, async (tx, tree) => {
      const node = nodeOf(tree, documentId);
      const name = change.name === undefined ? node.name : nameOf(change.name);
      if (hasSibling(tree, name, node.parent, documentId)) refuse(questionsProblems.topicNameTaken, { params: { name } });
      const code = change.code === undefined ? node.code : codeOf(change.code);
      await theStrapi()
        .documents(UID)
        .update({ documentId, data: { name, slug: slugOf(name), code } as never });
      // The old name, path and code go on working in import files.
      await redirect(tx, 'topic', [node.path, node.name, node.code], documentId);
      return { documentId, result: await topics.one(documentId) };
    }),

  move: (
    documentId: string,
    { parent, order }: { parent: string | null; order: number },
    actor: Actor,
  ): Promise<{ rows: Topic[] }> =>
    changeTree('moveTopic', actor, async (tx, tree) => {
      const node = nodeOf(tree, documentId);
      if (parent !== null) nodeOf(tree, parent);
      const answer = canMove(tree, node, parent);
      if (!answer.allowed) {
        const problem = {
          insideItself: questionsProblems.topicInsideItself,
          tooDeep: questionsProblems.topicTooDeep,
          nameTaken: questionsProblems.topicNameTaken,
        };
        refuse(problem[answer.because], { params: { name: node.name } });
      }
      await theStrapi()
        .documents(UID)
        .update({ documentId, data: { parent: link(parent) } as never });
      if (parent !== node.parent) await redirect(tx, 'topic', [node.path], documentId);
      const siblings = tree
        .filter((other) => other.parent === parent && other.documentId !== documentId)
        .map((other) => other.documentId);
      await orderTopics(tx, siblings.toSpliced(order, 0, node.documentId));
      return { documentId, result: await topics.list() };
    }),

  remove: (documentId: string, actor: Actor): Promise<void> =>
    changeTree('deleteTopic', actor, async (tx, tree) => {
      nodeOf(tree, documentId);
      if (subtree(tree, documentId).size > 1 || (await isTopicUsed(tx, documentId))) refuse(questionsProblems.topicInUse);
      await theStrapi().documents(UID).delete({ documentId });
      await forgetRedirectsTo(tx, documentId);
      return { documentId, result: undefined };
    }),
};
