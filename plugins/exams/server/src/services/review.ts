import { refuse } from '@lyceum/core/contract';
import { renderMarkdown } from '@lyceum/core/render';
import type { Key } from '@lyceum/questions/contract';
import type { ReviewItem } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { optionOrder, toPaperIds } from '../../../domain/paper/option-order.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import { finishOverdue } from './finish.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { toPaperItem } from './paper.ts';
import { reviewOf, rulesOf } from './result.ts';

const html = (markdown: string | null) => (markdown ? renderMarkdown(markdown).html : null);

/** The key in the ids of this paper. */
function rightOf(key: Key, order: readonly string[]): ReviewItem['right'] {
  if ('correct' in key) return { selected: toPaperIds(key.correct, order) };
  if ('tolerance' in key) return { number: key.value, tolerance: key.tolerance };
  return { accepted: 'accepted' in key ? key.accepted : [] };
}

async function ended(attemptId: string, learnerId: number): Promise<Attempt> {
  let attempt = await ownAttempt(attemptId, learnerId);
  if (attempt?.state === 'running') {
    if (!attempt.deadlineAt || attempt.now <= attempt.deadlineAt) return refuse(examProblems.attemptRunning);
    await finishOverdue(attemptId, learnerId);
    attempt = await ownAttempt(attemptId, learnerId);
  }
  if (!attempt) return refuse(examProblems.attemptNotFound);
  return attempt.state === 'scored' ? attempt : refuse(examProblems.attemptRunning);
}

/** Every item in the order of the attempt with own and right answer, when the policy allows it [E-22, A3]. */
export async function review(attemptId: string, learnerId: number) {
  const attempt = await ended(attemptId, learnerId);
  const { form, shown } = await rulesOf(attempt);
  const access = reviewOf(attempt, shown);
  if (!access.allowed) {
    const from = access.because === 'beforeClosing' ? (access.from?.toISOString() ?? null) : null;
    return refuse(examProblems.reviewNotAllowed, { params: { because: access.because, from } });
  }
  const { shuffleOptions, sections } = form.definition;
  const { scoreVisible } = shown.definition;
  const titles = new Map(sections.map((section) => [section.id, section.title]));
  const places = placesOf(attempt.paper);
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  const items = places.map((place, at): ReviewItem => {
    const item = compiled[at] as CompiledItem;
    const saved = attempt.responses[place.item];
    const ratio = scoreVisible ? (attempt.result?.ratios[at] ?? 0) : null;
    return {
      ...toPaperItem(attempt, place, item, shuffleOptions),
      sectionTitle: titles.get(place.sectionId) ?? '',
      topicName: item.revision.topicName,
      response: saved?.response ?? null,
      flagged: saved?.flagged ?? false,
      secondsSpent: saved?.secondsSpent ?? 0,
      ratio,
      pointsEarned: ratio === null ? null : ratio * item.revision.points,
      right: rightOf(item.revision.key, optionOrder(attempt.seed, place.item, item.options, shuffleOptions)),
      explanationHtml: html(item.revision.explanation),
      solutionHtml: html(item.revision.solution),
    };
  });
  return {
    attemptId: attempt.id as AttemptId,
    number: attempt.number,
    exam: { title: form.definition.title, slug: shown.definition.slug },
    items,
  };
}
