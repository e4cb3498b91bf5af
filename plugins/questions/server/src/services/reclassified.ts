import { type Actor, auditEach, type Tx } from '@lyceum/core/server';

/** Notes for each question that a merge of topics, exam types or skills filed it anew; `note` says from where to where. */
export const noteReclassified = (tx: Tx, documentIds: readonly string[], note: string, actor: Actor): Promise<void> =>
  auditEach(tx, {
    actor,
    action: 'questions.reclassify',
    objects: documentIds.map((documentId) => `question:${documentId}`),
    after: { note },
  });
