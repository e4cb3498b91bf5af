import type { DocumentId } from '@lyceum/core/contract';
import type { Key } from '@lyceum/questions/contract';
import { rulesOf } from '@lyceum/questions/scoring';
import { placesOf } from '../../../domain/paper/paper.ts';
import { attemptsShown, type FinalAttempt } from '../records/final-attempt.ts';
import { examsThatShowed } from '../records/question-use.ts';
import { formOf } from './forms.ts';
import { compiledItems } from './items.ts';
import { bankResponse } from './shown-item.ts';

const PAGE = 200;
/** Shares closer than this are the same: they differ by the rounding of binary fractions only. */
const SAME = 1e-9;

async function changes(attempt: FinalAttempt, documentId: DocumentId, key: Key): Promise<boolean> {
  const { definition } = await formOf(attempt.formId, attempt.examId);
  const places = placesOf(attempt.paper);
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  return places.some(({ item }, at) => {
    const one = compiled[at];
    if (!one || one.isMarked || one.revision.documentId !== documentId || one.revision.points === 0) return false;
    const { content, language } = one.revision;
    const response = bankResponse(attempt, item, one, definition.shuffleOptions);
    const ratio = rulesOf(content.type).score(response, key, { language, content });
    return Math.abs(ratio - (attempt.result.ratios[at] ?? 0)) > SAME;
  });
}

/**
 * How many ended attempts would get another score if this were the key of a question: every stored answer to it is
 * scored again with the same rules, whatever version it was given to. Marked types never change by a key.
 */
export async function attemptImpact({ documentId, key }: { documentId: DocumentId; key: Key }): Promise<number> {
  const exams = await examsThatShowed(documentId);
  if (exams.length === 0) return 0;
  let count = 0;
  for (let after: string | null = null; ; ) {
    const page: FinalAttempt[] = await attemptsShown(exams, documentId, after, PAGE);
    for (const attempt of page) if (await changes(attempt, documentId, key)) count += 1;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return count;
    after = last.id;
  }
}
