import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, actorKey, announce, audit, inTransaction, type Tx, theStrapi } from '@lyceum/core/server';
import { questionEvents, questionsProblems } from '../../../contract/index.ts';
import { canMove } from '../../../domain/topic/tree.ts';
import { raisePoolVersion } from '../records/publish.ts';
import { type Classification, draftsOfTopic, movePoolTopic, reclassify } from '../records/reclassify.ts';
import { redirect } from '../records/redirect.ts';
import { lockTopics, orderTopics } from '../records/topic.ts';
import { noteReclassified } from './reclassified.ts';
import { type PlacedTopic, topicTree } from './topic-tree.ts';

const UID = 'plugin::questions.topic';

const nodeOf = (tree: readonly PlacedTopic[], documentId: string): PlacedTopic =>
  tree.find((node) => node.documentId === documentId) ?? refuse(questionsProblems.topicNotFound);

/** The target as main topic where the merged one was; as further topic only where it is not the main one already. */
const moved =
  (from: string, into: DocumentId) =>
  (before: Classification): Classification => {
    const topic = before.topic === from ? into : before.topic;
    const further = before.furtherTopics.map((id) => (id === from ? into : id)).filter((id) => id !== topic);
    return { ...before, topic, furtherTopics: [...new Set(further)] };
  };

/** What stood below the merged topic stands below the target, behind what is there. */
async function moveChildren(tx: Tx, tree: readonly PlacedTopic[], from: PlacedTopic, into: PlacedTopic): Promise<void> {
  const children = tree.filter(({ parent }) => parent === from.documentId);
  for (const child of children) {
    const answer = canMove(tree, child, into.documentId);
    if (answer.allowed) continue;
    const problem = {
      insideItself: questionsProblems.topicInsideItself,
      tooDeep: questionsProblems.topicTooDeep,
      nameTaken: questionsProblems.topicNameTaken,
    };
    refuse(problem[answer.because], { params: { name: child.name } });
  }
  for (const child of children) {
    await theStrapi()
      .documents(UID)
      .update({ documentId: child.documentId, data: { parent: { set: [{ documentId: into.documentId }] } } as never });
    await redirect(tx, 'topic', [child.path], child.documentId);
  }
  const there = tree.filter(({ parent }) => parent === into.documentId).map(({ documentId }) => documentId);
  await orderTopics(tx, [...there, ...children.map(({ documentId }) => documentId)]);
}

/**
 * Moves every question and topic of one topic to another in one transaction, and lets its name, path, code and id lead there, so that
 * old import files and the rules of exams go on working.
 * @throws Refusal when a topic below would be too deep, or its name is taken below the target
 */
export function mergeTopics(documentId: string, intoId: string, actor: Actor): Promise<{ moved: number }> {
  return inTransaction(async (tx) => {
    await lockTopics(tx);
    if (documentId === intoId) refuse(questionsProblems.mergeIntoItself);
    const tree = await topicTree(tx);
    const from = nodeOf(tree, documentId);
    const into = nodeOf(tree, intoId);
    await moveChildren(tx, tree, from, into);
    const ids = await draftsOfTopic(tx, documentId);
    const note = `${from.path} → ${into.path}`;
    const count = await reclassify(tx, ids, moved(documentId, into.documentId), actorKey(actor), note);
    await noteReclassified(tx, ids, note, actor);
    await movePoolTopic(tx, documentId, intoId);
    await theStrapi().documents(UID).delete({ documentId });
    await redirect(tx, 'topic', [from.path, from.name, from.code, documentId], intoId, documentId);
    await audit(tx, {
      actor,
      action: 'questions.mergeTopic',
      object: `topic:${documentId}`,
      before: from,
      after: { into, moved: count },
    });
    await announce(tx, questionEvents.topicsChanged, { topicIds: [from.documentId, into.documentId] });
    await raisePoolVersion(tx);
    return { moved: count };
  });
}
