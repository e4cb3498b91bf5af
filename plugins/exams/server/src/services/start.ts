import { randomBytes } from 'node:crypto';
import { type DocumentId, type Problem, refuse } from '@lyceum/core/contract';
import { log, newId, settings } from '@lyceum/core/server';
import { examProblems } from '../../../contract/problems.ts';
import { examSettings } from '../../../contract/settings.ts';
import type { AttemptId } from '../../../contract/values.ts';
import { type MayStart, mayStart } from '../../../domain/attempt/may-start.ts';
import { openAtStart } from '../../../domain/attempt/open-section.ts';
import { wholeTimeSec } from '../../../domain/attempt/time-left.ts';
import { drawPaper, shownIn } from '../../../domain/paper/draw.ts';
import { randomFor } from '../../../domain/paper/random.ts';
import { hold, insertAttempt, type StartRow, startFacts } from '../records/start.ts';
import { accessTo } from './access.ts';
import { finishOverdue } from './finish.ts';
import { type CompiledForm, poolOf, publishedBySlug } from './forms.ts';
import { usesNotYetKnown } from './question-uses.ts';
import { spansWithTimes } from './spans.ts';
import { ticketFor } from './tickets.ts';

const date = (instant: string | null) => (instant === null ? null : new Date(instant));

/** Whether this learner may start a new attempt now, by the database's clock. */
export async function judge(
  form: CompiledForm,
  facts: StartRow,
  learnerId: number,
): Promise<MayStart & { accessHref: string | null }> {
  const { definition } = form;
  const access = await accessTo(form, learnerId);
  const terms = {
    opensAt: date(definition.opensAt),
    closesAt: date(definition.closesAt),
    attemptsAllowed: definition.attemptsAllowed,
    coolDownSec: definition.coolDownSec,
  };
  return {
    ...mayStart(terms, { ...facts, hasAccess: access.allowed }, facts.now),
    accessHref: access.allowed ? null : access.href,
  };
}

/** Facts of a start with an overdue attempt closed first, so that it counts as ended. */
export async function factsOf(form: CompiledForm, learnerId: number): Promise<StartRow> {
  const facts = await startFacts(form.examId, learnerId);
  if (!facts.runningId || !facts.runningOverdue) return facts;
  await finishOverdue(facts.runningId, learnerId);
  return startFacts(form.examId, learnerId);
}

/** The refusal of each obstacle, with the values its sentence needs. */
function refuseStart(verdict: Extract<MayStart, { may: false }>): never {
  const problem: Problem = examProblems[verdict.because];
  switch (verdict.because) {
    case 'notOpenYet':
      return refuse(problem, { params: { opensAt: verdict.opensAt.toISOString() } });
    case 'closed':
      return refuse(problem, { params: { closesAt: verdict.closesAt.toISOString() } });
    case 'noAttemptsLeft':
      return refuse(problem, { params: { attemptsAllowed: verdict.attemptsAllowed } });
    case 'coolingDown':
      return refuse(problem, { params: { until: verdict.until.toISOString() } });
    case 'noAccess':
      return refuse(problem);
  }
}

type Started = { attemptId: AttemptId; ticket: string; resumed: boolean };

/** Draws a paper and stores the attempt; null when another start was faster. */
async function begin(form: CompiledForm, facts: StartRow, learnerId: number, deviceId: string): Promise<Started | null> {
  const { definition } = form;
  const seed = randomBytes(16);
  const { sections, enemies } = await poolOf(form);
  const draw = drawPaper(sections, {
    enemies,
    avoid: new Set(facts.lastQuestionIds ?? []),
    shuffleItems: definition.shuffleItems,
    random: randomFor(seed, 'draw'),
  });
  if (!draw.complete)
    refuse(examProblems.poolTooSmall, { params: { missing: draw.shortages.reduce((sum, one) => sum + one.missing, 0) } });
  const paper = {
    sections: draw.sections.map((section) => ({
      id: section.id,
      items: section.items.map((one) => shownIn(one, facts.language).revisionId),
    })),
  };
  // With both ids of a translated question: the next paper avoids it, and neither can be deleted any more.
  const drawn = draw.sections.flatMap((section) => section.items);
  const questionIds = [...new Set(drawn.flatMap((one) => [one.documentId, shownIn(one, facts.language).documentId]))];
  const uses = await usesNotYetKnown(form, questionIds);
  const open = openAtStart(spansWithTimes(form, paper), facts.now);
  const { graceSec } = await settings(examSettings).get();
  const id = newId() as AttemptId;
  const made = await insertAttempt({
    id,
    examId: form.examId as DocumentId,
    formId: form.id,
    learnerId,
    number: facts.lastNumber + 1,
    seed,
    paper,
    questionIds,
    newUses: uses.ids,
    itemCount: drawn.length,
    graceSec,
    backNavigation: definition.backNavigation,
    deviceId,
    openLast: open.last,
    wholeSec: wholeTimeSec(definition),
    sectionSec: open.endsAt === null ? null : Math.round((open.endsAt.getTime() - facts.now.getTime()) / 1000),
    closesAt: definition.closesAt,
  });
  if (made) uses.remember();
  return (
    made && {
      attemptId: id,
      ticket: ticketFor({ id, learnerId, deviceId, deadlineAt: made.deadlineAt, graceSec }),
      resumed: false,
    }
  );
}

/** Lets the device hold the running attempt; null when it ended meanwhile. */
export async function takeOver(attemptId: string, learnerId: number, deviceId: string) {
  const held = await hold(attemptId, learnerId, deviceId);
  if (!held) return null;
  if (held.tookOver) log().info({ attemptId }, 'another device took the attempt over');
  return {
    held,
    ticket: ticketFor({ id: attemptId, learnerId, deviceId, deadlineAt: held.deadlineAt, graceSec: held.graceSec }),
  };
}

/**
 * Starts an attempt, or returns the running one with the same order and deadline [R7, C1]. Two starts at once end at
 * the same attempt: the slower one finds the unique key taken and looks again.
 */
export async function start(slug: string, body: { deviceId: string; accepted: boolean }, learnerId: number): Promise<Started> {
  const form = await publishedBySlug(slug);
  if (!form) return refuse(examProblems.examNotFound);
  if (!body.accepted) refuse(examProblems.notAccepted);
  for (let turn = 0; turn < 5; turn++) {
    const facts = await factsOf(form, learnerId);
    if (facts.runningId) {
      const taken = await takeOver(facts.runningId, learnerId, body.deviceId);
      if (taken) return { attemptId: facts.runningId as AttemptId, ticket: taken.ticket, resumed: true };
      continue;
    }
    const verdict = await judge(form, facts, learnerId);
    if (!verdict.may) refuseStart(verdict);
    const started = await begin(form, facts, learnerId, body.deviceId);
    if (started) return started;
  }
  throw new Error(`The start of ${form.examId} found no rest in five turns`);
}
