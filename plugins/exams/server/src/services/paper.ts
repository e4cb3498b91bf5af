import { refuse } from '@lyceum/core/contract';
import { settings } from '@lyceum/core/server';
import type { Paper, PaperItem } from '../../../contract/attempts.ts';
import { examProblems } from '../../../contract/problems.ts';
import { examSettings } from '../../../contract/settings.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { isSequential, type OpenSection, openNext, openNow } from '../../../domain/attempt/open-section.ts';
import { isOver, secondsLeft } from '../../../domain/attempt/time-left.ts';
import { optionOrder, paperId } from '../../../domain/paper/option-order.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import { moveSection } from '../records/section.ts';
import { finishOverdue } from './finish.ts';
import { type CompiledForm, formOf } from './forms.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { spansWithTimes, storedOpen } from './spans.ts';
import { takeOver } from './start.ts';

/** An own attempt that is running; an overdue one is closed on the way. @throws Refusal when missing or ended */
async function running(attemptId: string, learnerId: number): Promise<Attempt> {
  const attempt = await ownAttempt(attemptId, learnerId);
  if (!attempt) return refuse(examProblems.attemptNotFound);
  if (attempt.state === 'running' && isOver(attempt.deadlineAt, attempt.graceSec, attempt.now)) {
    await finishOverdue(attemptId, learnerId);
    return refuse(examProblems.attemptClosed);
  }
  return attempt.state === 'running' ? attempt : refuse(examProblems.attemptClosed);
}

/** The section open now; the row follows when time ran out in the one it names. */
async function openSection(attempt: Attempt, form: CompiledForm): Promise<OpenSection> {
  const stored = storedOpen(attempt);
  const open = openNow(spansWithTimes(form, attempt.paper), stored, attempt.now);
  if (open.index !== stored.index) await moveSection(attempt.id, attempt.learnerId, stored.index, open);
  return open;
}

/** One item as a learner sees it: rendered, options in this attempt's order under ids that are places, no key. */
export function toPaperItem(
  attempt: Attempt,
  place: { item: number; sectionId: string },
  compiled: CompiledItem,
  shuffle: boolean,
): PaperItem {
  const { content, language, points } = compiled.revision;
  const order = optionOrder(attempt.seed, place.item, compiled.options, shuffle);
  return {
    item: place.item,
    sectionId: place.sectionId,
    type: content.type,
    stemHtml: compiled.stemHtml,
    options: order.map((id, index) => ({ id: paperId(index), html: compiled.optionHtml.get(id) ?? '' })),
    unit: content.unit ?? null,
    lang: language,
    points,
  };
}

async function sectionsOf(attempt: Attempt, form: CompiledForm, open: OpenSection): Promise<Paper['sections']> {
  const { definition } = form;
  const spans = spansWithTimes(form, attempt.paper);
  const sequential = isSequential(spans);
  const stateOf = (index: number) => (!sequential || index === open.index ? 'open' : index < open.index ? 'over' : 'waiting');
  const openIds = new Set(spans.filter((_, index) => stateOf(index) === 'open').map((span) => span.id));
  const places = placesOf(attempt.paper).filter((place) => openIds.has(place.sectionId));
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  const items = places.map((place, at) => toPaperItem(attempt, place, compiled[at] as CompiledItem, definition.shuffleOptions));
  return spans.map((span, index) => ({
    id: span.id,
    title: definition.sections.find((section) => section.id === span.id)?.title ?? '',
    timeLimitSec: span.timeLimitSec,
    state: stateOf(index),
    itemCount: span.last - span.first + 1,
    items: items.filter((item) => item.sectionId === span.id),
  }));
}

/** The paper of a running attempt with everything saved so far and the true time left [E-13, T1]. */
export async function paper(attemptId: string, learnerId: number, deviceId: string | undefined): Promise<Paper> {
  const attempt = await running(attemptId, learnerId);
  const form = await formOf(attempt.formId, attempt.examId);
  const { definition } = form;
  const open = await openSection(attempt, form);
  const moved = open.index !== attempt.sectionIndex;
  const { autosaveSec, heartbeatSec } = await settings(examSettings).get();
  return {
    attemptId: attempt.id as AttemptId,
    state: attempt.state,
    exam: {
      title: definition.title,
      slug: definition.slug,
      instructionsHtml: form.instructionsHtml,
      presentation: definition.presentation,
      backNavigation: definition.backNavigation,
      scoreVisible: definition.scoreVisible,
    },
    here: deviceId === attempt.deviceId,
    startedAt: attempt.startedAt.toISOString(),
    secondsLeft: secondsLeft(attempt.deadlineAt, attempt.now),
    sectionSecondsLeft: secondsLeft(open.endsAt, attempt.now),
    serverNow: attempt.now.toISOString(),
    sections: await sectionsOf(attempt, form, open),
    itemCount: attempt.itemCount,
    responses: attempt.responses,
    position: moved ? open.first : attempt.position,
    openFrom: moved ? open.first : attempt.openFirst,
    openTo: open.last,
    autosaveSec,
    heartbeatSec,
  };
}

/** Lets a tab hold the attempt; the tab before becomes read-only with its next save [E-14]. */
export async function takeOverAttempt(attemptId: string, learnerId: number, deviceId: string) {
  await running(attemptId, learnerId);
  const taken = await takeOver(attemptId, learnerId, deviceId);
  if (!taken) return refuse(examProblems.attemptClosed);
  const { held, ticket } = taken;
  return { ticket, secondsLeft: secondsLeft(held.deadlineAt, held.now), tookOver: held.tookOver };
}

/** Ends the open section and begins the next; leaving a section that was left already changes nothing. */
export async function nextSection(attemptId: string, learnerId: number, from: string) {
  const attempt = await running(attemptId, learnerId);
  const form = await formOf(attempt.formId, attempt.examId);
  const spans = spansWithTimes(form, attempt.paper);
  let open = await openSection(attempt, form);
  if (spans[open.index]?.id === from) {
    const next = openNext(spans, open, attempt.now);
    if (!next) return refuse(examProblems.sectionNotLast);
    await moveSection(attemptId, learnerId, open.index, next);
    open = next;
  }
  return { openFrom: open.first, openTo: open.last, sectionSecondsLeft: secondsLeft(open.endsAt, attempt.now) };
}
