import type { DocumentId } from '@lyceum/core/contract';
import { refuse } from '@lyceum/core/contract';
import { plainText } from '@lyceum/core/render';
import { rulesOf } from '@lyceum/questions/scoring';
import type { z } from 'zod';
import { examProblems } from '../../../contract/problems.ts';
import type { AttemptDetail } from '../../../contract/staff-attempts.ts';
import { placesOf } from '../../../domain/paper/paper.ts';
import { type MarkRow, marksOf } from '../records/mark.ts';
import * as records from '../records/staff-attempt.ts';
import { type CompiledForm, formOf } from './forms.ts';
import { givenText } from './given-text.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { rubricOf, toMark } from './marking.ts';
import { bankResponse } from './shown-item.ts';
import { toRow } from './staff-attempts.ts';

type Detail = z.input<typeof AttemptDetail>;

/** What a marker needs of an item marked by hand. */
function markingOf(attempt: records.StaffAttempt, item: number, compiled: CompiledItem, mark: MarkRow | undefined) {
  const { key } = compiled.revision;
  if (!('rubric' in key)) return null;
  const given = attempt.responses[item]?.response ?? null;
  return {
    rubric: rubricOf(compiled),
    modelAnswerHtml: key.modelAnswer === null ? null : compiled.render.block(key.modelAnswer),
    longText: given && 'longText' in given && given.longText.trim() !== '' ? given.longText : null,
    recording: given && 'recording' in given ? given.recording : null,
    mark: mark ? toMark(mark) : null,
  };
}

async function itemsOf(attempt: records.StaffAttempt, form: CompiledForm): Promise<Detail['items']> {
  const titles = new Map(form.definition.sections.map((section) => [section.id, section.title]));
  const places = placesOf(attempt.paper);
  const compiled = await compiledItems(places.map((place) => place.revisionId));
  const marks = new Map((await marksOf(attempt.id)).map((mark) => [mark.item, mark]));
  return places.map(({ item, sectionId }, at) => {
    const one = compiled[at] as CompiledItem;
    const { revision } = one;
    return {
      item,
      sectionTitle: titles.get(sectionId) ?? '',
      questionId: revision.documentId as DocumentId,
      revisionId: revision.id,
      code: revision.code,
      type: revision.content.type,
      topicName: revision.topicPath,
      stemHtml: one.stemHtml,
      given: givenText(bankResponse(attempt, item, one, form.definition.shuffleOptions), revision.content),
      right: plainText(rulesOf(revision.content.type).answerText(revision.key, revision.content)),
      flagged: attempt.responses[item]?.flagged ?? false,
      secondsSpent: attempt.responses[item]?.secondsSpent ?? 0,
      points: revision.points,
      ratio: attempt.result?.ratios[at] ?? null,
      marking: markingOf(attempt, item, one, marks.get(item)),
    };
  });
}

/** One attempt with every item, late answers and what staff granted. @throws Refusal `attemptNotFound` */
export async function attemptDetail(attemptId: string): Promise<Detail> {
  const attempt = await records.staffAttempt(attemptId);
  if (!attempt) return refuse(examProblems.attemptNotFound);
  const form = await formOf(attempt.formId, attempt.examId);
  const titles = new Map(form.definition.sections.map((section) => [section.id, section.title]));
  const { points, pointsMax, percent, voidedAt, voidReason } = attempt;
  const late = await records.lateResponses(attemptId);
  const grants = await records.grantsOf(attempt);
  return {
    ...toRow(attempt),
    score: points !== null && pointsMax !== null && percent !== null ? { points, pointsMax, percent } : null,
    topics: attempt.result?.topics ?? [],
    sections: (attempt.result?.sections ?? []).map((section) => ({ ...section, title: titles.get(section.id) ?? '' })),
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    extraSec: attempt.extraSec,
    takeOvers: attempt.takeOvers,
    lastSavedAt: attempt.savedAt?.toISOString() ?? null,
    voided: voidedAt && voidReason ? { at: voidedAt.toISOString(), reason: voidReason } : null,
    items: await itemsOf(attempt, form),
    late: late.map((one) => ({ receivedAt: one.receivedAt.toISOString(), items: one.items.map(Number).sort((a, b) => a - b) })),
    grants: grants.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}
