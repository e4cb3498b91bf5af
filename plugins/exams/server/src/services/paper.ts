import { refuse } from '@lyceum/core/contract';
import { settings } from '@lyceum/core/server';
import type { Paper } from '../../../contract/papers.ts';
import { examProblems } from '../../../contract/problems.ts';
import { examSettings } from '../../../contract/settings.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { isSequential, type OpenSection, openNext } from '../../../domain/attempt/open-section.ts';
import { secondsLeft } from '../../../domain/attempt/time-left.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import type { Attempt } from '../records/attempt.ts';
import { moveSection } from '../records/section.ts';
import { type CompiledForm, formOf } from './forms.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { audioOf } from './plays.ts';
import { openSection, running } from './running.ts';
import { toPaperItem } from './shown-item.ts';
import { spansWithTimes } from './spans.ts';
import { takeOver } from './start.ts';

async function sectionsOf(attempt: Attempt, form: CompiledForm, open: OpenSection): Promise<Paper['sections']> {
  const { definition } = form;
  const spans = spansWithTimes(form, attempt.paper);
  const sequential = isSequential(spans);
  const stateOf = (index: number) => (!sequential || index === open.index ? 'open' : index < open.index ? 'over' : 'waiting');
  const openIds = new Set(spans.filter((_, index) => stateOf(index) === 'open').map((span) => span.id));
  const places = placesOf(attempt.paper).filter((place) => openIds.has(place.sectionId));
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  const audio = await audioOf(attempt, places, compiled);
  const items = places.map((place, at) =>
    toPaperItem(attempt, place, compiled[at] as CompiledItem, definition.shuffleOptions, audio.get(place.item)),
  );
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
