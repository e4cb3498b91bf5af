import { db, sql, type Tx } from '@lyceum/core/server';
import { type Form, FormDefinition } from '../../../domain/paper/form.ts';

type Row = { id: number; exam_id: string; definition: unknown; published_at: Date };

const columns = sql.raw('id, exam_id, definition, published_at');

const toForm = (row: Row): Form => ({
  id: row.id,
  examId: row.exam_id,
  publishedAt: row.published_at,
  definition: FormDefinition.parse(row.definition),
});

/** Forms of all published exams. */
export async function currentForms(): Promise<Form[]> {
  const rows = await db().many<Row>(
    sql`SELECT ${columns} FROM activity.exams_forms WHERE is_current ORDER BY published_at DESC, id DESC`,
  );
  return rows.map(toForm);
}

/** Changes whenever an exam is published or unpublished, by whichever process. */
export async function formsStamp(): Promise<string> {
  const { stamp } = await db().one<{ stamp: string }>(
    sql.named(
      'exams.forms-stamp',
      sql`SELECT coalesce(max(id), 0) || '/' || coalesce(max(changed_at), 'epoch')::text AS stamp FROM activity.exams_forms`,
    ),
  );
  return stamp;
}

export async function formById(id: number): Promise<Form | null> {
  const row = await db().maybeOne<Row>(sql`SELECT ${columns} FROM activity.exams_forms WHERE id = ${id}`);
  return row && toForm(row);
}

/** Ends the current form of an exam; false when there was none. */
export async function retireForm(tx: Tx, examId: string): Promise<boolean> {
  const count = await tx.run(sql`
    UPDATE activity.exams_forms SET is_current = false, changed_at = clock_timestamp() WHERE exam_id = ${examId} AND is_current`);
  return count > 0;
}

export async function insertForm(
  tx: Tx,
  form: { examId: string; definition: FormDefinition; draftUpdatedAt: Date; publishedBy: string },
): Promise<number> {
  const { id } = await tx.one<{ id: number }>(sql`
    INSERT INTO activity.exams_forms (exam_id, slug, definition, draft_updated_at, published_by, changed_at)
    VALUES (${form.examId}, ${form.definition.slug}, ${sql.json(form.definition)}, ${form.draftUpdatedAt}, ${form.publishedBy}, clock_timestamp())
    RETURNING id`);
  return id;
}
