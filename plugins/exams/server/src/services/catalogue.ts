import { type DocumentId, refuse } from '@lyceum/core/contract';
import { decodeCursor, encodeCursor } from '@lyceum/core/server';
import type { z } from 'zod';
import type { Eligibility, ExamCard, ExamDetail, listPublicExams } from '../../../contract/exams.ts';
import { examProblems } from '../../../contract/problems.ts';
import type { AttemptId } from '../../../contract/values.ts';
import type { MayStart } from '../../../domain/attempt/may-start.ts';
import { secondsLeft, wholeTimeSec } from '../../../domain/attempt/time-left.ts';
import { drawPaper } from '../../../domain/paper/draw.ts';
import { itemCountOf } from '../../../domain/paper/form.ts';
import { randomFor } from '../../../domain/paper/random.ts';
import { accessTo } from './access.ts';
import { type CompiledForm, poolOf, publishedBySlug, publishedForms } from './forms.ts';
import { factsOf, judge } from './start.ts';

function toCard({ examId, definition, publishedAt }: CompiledForm): ExamCard {
  const { slug, title, summary, kind, lang, itemCount, passMark, attemptsAllowed, opensAt, closesAt } = definition;
  return {
    id: examId as DocumentId,
    slug,
    title,
    summary,
    kind,
    lang,
    questionCount: itemCount,
    timeLimitSec: wholeTimeSec(definition),
    passMark,
    attemptsAllowed,
    opensAt,
    closesAt,
    publishedAt: publishedAt.toISOString(),
  };
}

type Query = z.output<NonNullable<typeof listPublicExams.query>>;

/** Public exams from memory: no database call but the look for changes once a second. */
export async function publicExams(query: Query) {
  const field = query.sort.endsWith('title') ? 'title' : 'publishedAt';
  const turn = query.sort.startsWith('-') ? -1 : 1;
  const compare = (a: readonly [string, string], b: readonly [string, string]) =>
    turn * (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
  const wanted = query.search?.toLocaleLowerCase(query.lang);
  const cards = (await publishedForms())
    .filter((form) => form.definition.isPublic)
    .map(toCard)
    .filter((card) => (!query.kind || card.kind === query.kind) && (!query.lang || card.lang === query.lang))
    .filter((card) => !wanted || `${card.title}\n${card.summary}`.toLocaleLowerCase(query.lang).includes(wanted))
    .sort((a, b) => compare([a[field], a.id], [b[field], b.id]));
  const [value, id] = query.cursor ? decodeCursor(query.cursor) : [null, null];
  const rest = value === null ? cards : cards.filter((card) => compare([card[field], card.id], [String(value), String(id)]) > 0);
  const rows = rest.slice(0, query.pageSize);
  const last = rows.at(-1);
  return { rows, next: rest.length > rows.length && last ? encodeCursor([last[field], last.id]) : null, total: cards.length };
}

async function open(slug: string, learnerId: number | null): Promise<CompiledForm> {
  const form = await publishedBySlug(slug);
  const visible = form && (form.definition.isPublic || (learnerId !== null && (await accessTo(form, learnerId)).allowed));
  return visible ? form : refuse(examProblems.examNotFound);
}

/** One published exam; one that is not public looks missing to whoever has no access to it. */
export async function publicExam(slug: string, learnerId: number | null): Promise<ExamDetail> {
  const form = await open(slug, learnerId);
  const { definition } = form;
  const { coolDownSec, presentation, backNavigation, reviewPolicy, scoreVisible, shuffleItems, shuffleOptions } = definition;
  return {
    ...toCard(form),
    instructionsHtml: form.instructionsHtml,
    sections: definition.sections.map((section) => ({
      id: section.id,
      title: section.title,
      questionCount: itemCountOf([section]),
      timeLimitSec: section.timeLimitSec,
    })),
    coolDownSec,
    presentation,
    backNavigation,
    reviewPolicy,
    scoreVisible,
    shuffleItems,
    shuffleOptions,
  };
}

function untilOf(verdict: MayStart): string | null {
  if (verdict.may) return null;
  if (verdict.because === 'notOpenYet') return verdict.opensAt.toISOString();
  return verdict.because === 'coolingDown' ? verdict.until.toISOString() : null;
}

/** Any draw at all tells whether the pool still fills the paper; the seed does not matter. */
async function isPoolShort(form: CompiledForm): Promise<boolean> {
  const random = randomFor(new Uint8Array(16).fill(1), 'eligibility');
  const { sections, enemies } = await poolOf(form);
  return !drawPaper(sections, { avoid: new Set(), shuffleItems: false, random, enemies }).complete;
}

/** Whether the learner may start, and if not why and until when [E-10]. */
export async function eligibility(slug: string, learnerId: number): Promise<Eligibility> {
  const form = await publishedBySlug(slug);
  if (!form) return refuse(examProblems.examNotFound);
  const facts = await factsOf(form, learnerId);
  const verdict = await judge(form, facts, learnerId);
  const short = verdict.may && (await isPoolShort(form));
  const running = facts.runningId
    ? { attemptId: facts.runningId as AttemptId, secondsLeft: secondsLeft(facts.runningDeadlineAt, facts.now) }
    : null;
  return {
    mayStart: running !== null || (verdict.may && !short),
    because: running ? null : verdict.may ? (short ? 'poolTooSmall' : null) : verdict.because,
    until: running ? null : untilOf(verdict),
    attemptsUsed: facts.attemptsUsed,
    attemptsLeft: verdict.attemptsLeft,
    running,
    accessHref: verdict.accessHref,
  };
}
