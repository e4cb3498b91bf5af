import type { DocumentId } from '@lyceum/core/contract';
import { renderMarkdown } from '@lyceum/core/render';
import type { OwnReport } from '@lyceum/questions/contract';
import { rightAnswer } from '@lyceum/questions/learner-view';
import { rulesOf } from '@lyceum/questions/scoring';
import type { ItemReport, ReviewItem } from '../../../contract/reviews.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { type Place, placesOf } from '../../../domain/paper/paper.ts';
import type { Attempt } from '../records/attempt.ts';
import { type MarkRow, marksOf } from '../records/mark.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { rubricOf } from './marking.ts';
import { audioOf } from './plays.ts';
import { questionBank } from './question-bank.ts';
import { reviewed } from './review-access.ts';
import { bankResponse, orderOf, toPaperItem } from './shown-item.ts';

const html = (markdown: string | null) => (markdown ? renderMarkdown(markdown).html : null);

export const toItemReport = ({ documentId: _, ...report }: OwnReport): ItemReport => report;

type Shown = { readonly shuffle: boolean; readonly scoreVisible: boolean; readonly mark: MarkRow | undefined };

/** What the end of an attempt adds to an item: how it was answered, what was right, and what was marked. */
function lookedBack(attempt: Attempt, { item }: Place, compiled: CompiledItem, { shuffle, scoreVisible, mark }: Shown) {
  const { content, key, language, points, explanation, solution, hints } = compiled.revision;
  const saved = attempt.responses[item];
  const ratio = attempt.result?.ratios[item - 1] ?? null;
  const order = orderOf(attempt, item, compiled, shuffle);
  const response = bankResponse(attempt, item, compiled, shuffle);
  const feedback = rulesOf(content.type).feedbackFor(response, key, { language, content });
  return {
    response: saved?.response ?? null,
    flagged: saved?.flagged ?? false,
    secondsSpent: saved?.secondsSpent ?? 0,
    ratio: scoreVisible ? ratio : null,
    pointsEarned: scoreVisible && ratio !== null ? ratio * points : null,
    isWaiting: ratio === null,
    right: rightAnswer(key, order, compiled.render),
    feedbackHtml: feedback.map((text) => compiled.render.block(text)),
    hintsHtml: hints.map((hint) => compiled.render.block(hint)),
    explanationHtml: html(explanation),
    solutionHtml: html(solution),
    rubric: rubricOf(compiled),
    mark: mark
      ? { criteria: scoreVisible ? mark.criteria : null, comment: mark.comment, markedAt: mark.markedAt.toISOString() }
      : null,
  };
}

/** Every item in the order of the attempt with own and right answer, when the policy allows it [E-22, A3]. */
export async function review(attemptId: string, learnerId: number) {
  const { attempt, form, shown } = await reviewed(attemptId, learnerId);
  const { shuffleOptions: shuffle, sections } = form.definition;
  const { scoreVisible } = shown.definition;
  const titles = new Map(sections.map((section) => [section.id, section.title]));
  const places = placesOf(attempt.paper);
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  const audio = await audioOf(attempt, places, compiled);
  const marks = new Map(compiled.some((one) => one.isMarked) ? (await marksOf(attempt.id)).map((mark) => [mark.item, mark]) : []);
  const questions = [...new Set(compiled.map((one) => one.revision.documentId))] as DocumentId[];
  const reports = new Map((await questionBank().reportsOf(learnerId, questions)).map((report) => [report.documentId, report]));
  const items = places.map((place, at): ReviewItem => {
    const one = compiled[at] as CompiledItem;
    const report = reports.get(one.revision.documentId);
    return {
      ...toPaperItem(attempt, place, one, shuffle, audio.get(place.item)),
      ...lookedBack(attempt, place, one, { shuffle, scoreVisible, mark: marks.get(place.item) }),
      sectionTitle: titles.get(place.sectionId) ?? '',
      topicName: one.revision.topicName,
      report: report ? toItemReport(report) : null,
    };
  });
  return {
    attemptId: attempt.id as AttemptId,
    number: attempt.number,
    exam: { title: form.definition.title, slug: shown.definition.slug },
    items,
  };
}
