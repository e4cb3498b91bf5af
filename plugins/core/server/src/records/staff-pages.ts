import { type Db, db } from '../data/db.ts';
import { containing } from '../data/like.ts';
import { type Sql, sql } from '../data/sql.ts';
import { keyset } from '../endpoints/keyset.ts';

type Query = { sort: string; cursor?: string | undefined; pageSize: number; search?: string | undefined };

type Page = { from: Sql; where: readonly Sql[]; columns: Parameters<typeof keyset>[1]; id: string };

/** One page of a table and how many rows match in all. */
async function page<Row>(query: Query, { from, where, columns, id }: Page): Promise<{ rows: Row[]; total: number }> {
  const all = sql.join([sql`TRUE`, ...where], sql.raw(' AND '));
  const { after, order } = keyset(query, columns, id);
  const reader: Db = db();
  const [rows, count] = await Promise.all([
    reader.many<Row>(sql`SELECT * FROM ${from} WHERE ${all} AND ${after} ${order} LIMIT ${query.pageSize + 1}`),
    reader.one<{ total: number }>(sql`SELECT count(*) AS total FROM ${from} WHERE ${all}`),
  ]);
  return { rows, total: count.total };
}

export type MailRecord = {
  id: string;
  recipient: string;
  subject: string;
  state: 'waiting' | 'sending' | 'sent' | 'tray' | 'failed';
  error: string | null;
  made_at: Date;
  sent_at: Date | null;
  body_text: string;
  body_html: string | null;
};

export const mailPage = (query: Query & { state?: string | undefined }) =>
  page<MailRecord>(query, {
    from: sql.raw('activity.core_mails'),
    where: [
      ...(query.state ? [sql`state = ${query.state}`] : []),
      ...(query.search ? [sql`(recipient ILIKE ${containing(query.search)} OR subject ILIKE ${containing(query.search)})`] : []),
    ],
    columns: { madeAt: { column: "date_trunc('milliseconds', made_at)", cast: 'timestamptz' } },
    id: 'id',
  });

export const mailById = (id: string) => db().maybeOne<MailRecord>(sql`SELECT * FROM activity.core_mails WHERE id = ${id}`);

export type JobRecord = {
  id: string;
  name: string;
  queue: string;
  state: string;
  attempts: number;
  max_attempts: number;
  progress: number;
  figures: Record<string, number | string>;
  error: string | null;
  payload: unknown;
  made_at: Date;
  finished_at: Date | null;
};

export const jobPage = (query: Query & { state?: string | undefined; queue?: string | undefined }) =>
  page<JobRecord>(query, {
    from: sql.raw('activity.core_jobs'),
    where: [
      ...(query.state ? [sql`state = ${query.state}`] : []),
      ...(query.queue ? [sql`queue = ${query.queue}`] : []),
      ...(query.search ? [sql`(name ILIKE ${containing(query.search)} OR error ILIKE ${containing(query.search)})`] : []),
    ],
    columns: { madeAt: { column: "date_trunc('milliseconds', made_at)", cast: 'timestamptz' } },
    id: 'id',
  });

export type AuditRecord = {
  id: number;
  at: Date;
  actor: string;
  action: string;
  object: string;
  before: unknown;
  after: unknown;
};

export const auditPage = (query: Query & { action?: string | undefined; object?: string | undefined }) =>
  page<AuditRecord>(query, {
    from: sql.raw('activity.core_audit_log'),
    where: [
      ...(query.action ? [sql`action = ${query.action}`] : []),
      ...(query.object ? [sql`object = ${query.object}`] : []),
      ...(query.search
        ? [
            sql`(action ILIKE ${containing(query.search)} OR object ILIKE ${containing(query.search)} OR actor ILIKE ${containing(query.search)})`,
          ]
        : []),
    ],
    columns: { id: { column: 'id', cast: 'int8' } },
    id: 'id',
  });

export const queueCounts = () =>
  db().many<{ queue: string; waiting: number; running: number; dead: number; done: number }>(sql`
    SELECT queue, count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'running') AS running,
      count(*) FILTER (WHERE state = 'dead') AS dead, count(*) FILTER (WHERE state = 'done' AND finished_at > now() - interval '1 hour') AS done
    FROM activity.core_jobs WHERE state <> 'done' OR finished_at > now() - interval '1 hour' GROUP BY queue`);

export const scheduleRows = () =>
  db().many<{ name: string; last_started_at: Date | null; last_finished_at: Date | null; last_error: string | null }>(
    sql`SELECT * FROM activity.core_schedules ORDER BY name`,
  );

export const deadEvents = () =>
  db().many<{ id: string; type: string; error: string | null; occurred_at: Date }>(
    sql`SELECT id, type, error, occurred_at FROM activity.core_events WHERE dead_at IS NOT NULL ORDER BY position DESC LIMIT 100`,
  );

export const waitingEvents = () =>
  db().one<{ count: number }>(
    sql`SELECT count(*) AS count FROM activity.core_events WHERE relayed_at IS NULL AND dead_at IS NULL`,
  );
