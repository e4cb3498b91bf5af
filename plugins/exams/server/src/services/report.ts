import { refuse } from '@lyceum/core/contract';
import type { ReportReason } from '@lyceum/questions/contract';
import { examProblems } from '../../../contract/problems.ts';
import type { ItemReport } from '../../../contract/reviews.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { compiledItems } from './items.ts';
import { questionBank } from './question-bank.ts';
import { toItemReport } from './review.ts';
import { reviewed } from './review-access.ts';

/** Hands a learner's report to the bank, from an attempt whose review is open to them. */
export async function reportItem(
  attemptId: string,
  learnerId: number,
  { item, reason, text }: { item: number; reason: ReportReason; text: string },
): Promise<ItemReport> {
  const { attempt } = await reviewed(attemptId, learnerId);
  const place = placesOf(attempt.paper)[item - 1];
  if (!place) return refuse(examProblems.itemNotFound);
  const [compiled] = await compiledItems([place.revisionId]);
  if (!compiled) return refuse(examProblems.itemNotFound);
  const { documentId, id: revisionId } = compiled.revision;
  return toItemReport(
    await questionBank().reportQuestion({ learnerId, documentId, revisionId, reason, text, seenIn: `attempt:${attemptId}` }),
  );
}
