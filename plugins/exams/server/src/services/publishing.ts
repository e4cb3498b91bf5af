import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, announce, audit, clock, inTransaction } from '@lyceum/core/server';
import { examEvents } from '../../../contract/events.ts';
import { examProblems } from '../../../contract/problems.ts';
import type { CheckReport } from '../../../contract/staff-exams.ts';
import type { ItemLanguage } from '../../../contract/values.ts';
import type { SectionToDraw } from '../../../domain/paper/draw.ts';
import * as records from '../records/form.ts';
import { checkExam } from './check.ts';
import { documents, draftOf } from './drafts.ts';
import { forgetForms } from './forms.ts';
import { compiledItems } from './items.ts';

const nameOf = (actor: Actor | 'system') =>
  actor === 'system' ? 'system' : actor.kind === 'nobody' ? 'nobody' : `${actor.kind}:${actor.id}`;

function refuseBlocked(report: CheckReport): never {
  const codes = new Set(report.findings.filter((finding) => finding.blocking).map((finding) => finding.code));
  if (codes.has('noQuestions')) refuse(examProblems.examWithoutQuestions);
  if (codes.has('slugTaken')) refuse(examProblems.slugTaken);
  const missing = report.missingQuestions.length + report.rules.reduce((sum, rule) => sum + rule.missing, 0);
  return refuse(examProblems.poolTooSmall, { params: { missing, findings: [...codes].join(',') } });
}

/** Language most questions an exam may show are written in; looked at in a sample of each rule. */
async function languageOf(sections: readonly SectionToDraw[]): Promise<ItemLanguage> {
  const sample = sections.flatMap((section) => [
    ...section.fixed,
    ...section.rules.flatMap((rule) => rule.candidates.slice(0, 5)),
  ]);
  const items = await compiledItems(sample.map((one) => one.revisionId));
  const counts = new Map<ItemLanguage, number>();
  for (const { revision } of items) counts.set(revision.language, (counts.get(revision.language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}

/**
 * Publishes a draft: a new form that new attempts begin with. Attempts that run keep theirs [R12].
 * @throws Refusal when the check finds an obstacle; publishing without questions is refused [E-01]
 */
export async function publishExam(examId: string, actor: Actor | 'system'): Promise<void> {
  await inTransaction(async (tx) => {
    const draft = await draftOf(examId);
    if (!draft) return refuse(examProblems.examNotFound);
    const report = await checkExam(draft.exam, examId, clock.now());
    if (!report.publishable) refuseBlocked(report);
    await documents().publish({ documentId: examId });
    await records.retireForm(tx, examId);
    const fixed = report.sections.flatMap((section) => section.fixed);
    const definition = {
      ...draft.exam,
      lang: await languageOf(report.sections),
      itemCount: report.itemCount,
      fixedRevisions: Object.fromEntries(fixed.map((one) => [one.documentId, one.revisionId])),
    };
    // Publishing touches the draft's own time of change, so it is read again.
    const draftUpdatedAt = (await draftOf(examId))?.updatedAt ?? draft.updatedAt;
    const formId = await records.insertForm(tx, { examId, definition, draftUpdatedAt, publishedBy: nameOf(actor) });
    const { slug, isPublic } = draft.exam;
    await announce(tx, examEvents.examPublished, { examId: examId as DocumentId, slug, isPublic, formId });
    await audit(tx, { actor, action: 'exams.publishExam', object: `exam:${examId}`, after: { formId, ...definition } });
    tx.afterCommit(forgetForms);
  });
}

/** Takes an exam from the site; running attempts may be finished. @throws Refusal `notPublished` */
export async function unpublishExam(examId: string, actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    const draft = await draftOf(examId);
    if (!draft) return refuse(examProblems.examNotFound);
    if (!(await records.retireForm(tx, examId))) refuse(examProblems.notPublished);
    await documents().unpublish({ documentId: examId });
    await announce(tx, examEvents.examUnpublished, { examId: examId as DocumentId, slug: draft.exam.slug });
    await audit(tx, { actor, action: 'exams.unpublishExam', object: `exam:${examId}` });
    tx.afterCommit(forgetForms);
  });
}
