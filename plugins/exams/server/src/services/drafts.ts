import { type DocumentId, refuse } from '@lyceum/core/contract';
import { type Actor, audit, inTransaction, theStrapi } from '@lyceum/core/server';
import { z } from 'zod';
import { examProblems } from '../../../contract/problems.ts';
import { type ExamDraft, ExamInput, type listExams } from '../../../contract/staff-exams.ts';
import { ExamSections, Slug } from '../../../contract/values.ts';
import { itemCountOf } from '../../../domain/paper/form.ts';
import { slugFrom } from '../../../domain/paper/slug.ts';
import * as records from '../records/exam.ts';

/** A row of the content type: every field of `ExamInput`, the pass mark as two columns. */
const Row = z.looseObject({ documentId: z.string(), updatedAt: z.coerce.date() });
type Row = z.output<typeof Row>;

export const documents = () => theStrapi().documents('plugin::exams.exam');

type Columns = NonNullable<Parameters<ReturnType<typeof documents>['create']>[0]['data']>;

/** Strapi's types leave out that null empties a column. */
const toColumns = ({ passMark, ...exam }: ExamInput) =>
  ({
    ...exam,
    passPercent: passMark && 'percent' in passMark ? passMark.percent : null,
    passPoints: passMark && 'points' in passMark ? passMark.points : null,
  }) as Columns;

const instant = (value: unknown) => (value === null || value === undefined ? null : z.coerce.date().parse(value).toISOString());

function toInput(row: Row): ExamInput {
  const { passPercent, passPoints, opensAt, closesAt } = row;
  const fields = Object.fromEntries(Object.keys(ExamInput.shape).map((name) => [name, row[name] ?? undefined]));
  const passMark =
    typeof passPercent === 'number' ? { percent: passPercent } : typeof passPoints === 'number' ? { points: passPoints } : null;
  const sections = ExamSections.parse(row.sections ?? []);
  return ExamInput.parse({ ...fields, passMark, sections, opensAt: instant(opensAt), closesAt: instant(closesAt) });
}

/** The draft as the builder edits it, with the time it was last saved. */
export async function draftOf(examId: string): Promise<{ exam: ExamInput; updatedAt: Date } | null> {
  const found: unknown = await documents().findOne({ documentId: examId, status: 'draft' });
  const row = Row.nullable().parse(found ?? null);
  return row && { exam: toInput(row), updatedAt: row.updatedAt };
}

/** @throws Refusal `examNotFound` */
export async function getExam(examId: string): Promise<ExamDraft> {
  const draft = await draftOf(examId);
  const state = await records.examState(examId);
  if (!draft || !state) return refuse(examProblems.examNotFound);
  const { status, publishedAt, attempts } = state;
  return {
    id: examId as DocumentId,
    status,
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: draft.updatedAt.toISOString(),
    attempts,
    exam: draft.exam,
  };
}

async function keepSlugFree(slug: string, except: string | null): Promise<void> {
  if (await records.slugHolder(slug, except))
    refuse(examProblems.slugTaken, { errors: [{ path: 'body.slug', message: 'is taken' }] });
}

export async function createExam(exam: ExamInput, actor: Actor | 'system'): Promise<string> {
  return inTransaction(async (tx) => {
    await keepSlugFree(exam.slug, null);
    const created = Row.parse(await documents().create({ data: toColumns(exam), status: 'draft' }));
    await audit(tx, { actor, action: 'exams.createExam', object: `exam:${created.documentId}`, after: exam });
    return created.documentId;
  });
}

export async function updateExam(examId: string, exam: ExamInput, actor: Actor | 'system'): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await draftOf(examId);
    if (!before) refuse(examProblems.examNotFound);
    await keepSlugFree(exam.slug, examId);
    await documents().update({ documentId: examId, data: toColumns(exam), status: 'draft' });
    await audit(tx, { actor, action: 'exams.updateExam', object: `exam:${examId}`, before: before?.exam, after: exam });
  });
}

/** Deletes an exam nobody has attempted. @throws Refusal `examInUse` */
export async function deleteExam(examId: string, actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    const state = await records.examState(examId);
    if (!state) return refuse(examProblems.examNotFound);
    if (state.attempts > 0 || state.status !== 'draft') refuse(examProblems.examInUse);
    await documents().delete({ documentId: examId });
    await audit(tx, { actor, action: 'exams.deleteExam', object: `exam:${examId}` });
  });
}

type Query = z.output<NonNullable<typeof listExams.query>>;

export async function listDrafts(query: Query) {
  const page = await records.listExams(query);
  const rows = page.rows.map(({ sections, updatedAt, sortValue: _, ...row }) => {
    const parsed = ExamSections.safeParse(sections ?? []);
    return { ...row, itemCount: parsed.success ? itemCountOf(parsed.data) : 0, updatedAt: updatedAt.toISOString() };
  });
  return { ...page, rows };
}

/** A free address made from a title. */
export async function proposeSlug(title: string, examId: string | null): Promise<string> {
  const start = slugFrom(title);
  const taken = new Set(await records.slugsLike(start, examId));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? start : `${start}-${number}`;
    if (!taken.has(slug) && Slug.safeParse(slug).success) return slug;
  }
}
