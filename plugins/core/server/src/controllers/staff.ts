import { z } from 'zod';
import * as contract from '../../../contract/index.ts';
import { audit } from '../audit.ts';
import { db, inTransaction } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { encodeCursor } from '../endpoints/keyset.ts';
import { openApi } from '../endpoints/openapi.ts';
import { type Answer, answer } from '../endpoints/registry.ts';
import { revive } from '../events/relay.ts';
import { JOBS_CHANNEL } from '../jobs/enqueue.ts';
import { asEml } from '../ports/mail.ts';
import * as records from '../records/staff-pages.ts';
import { changeSettings, settings, settingsDefinition, settingsDefinitions } from '../settings.ts';

const iso = (date: Date | null) => date?.toISOString() ?? null;
const missing = () => contract.refuse(contract.coreProblems.notFound);

/** Cuts the extra row that tells whether a next page exists. */
function paged<Row extends { id: string | number }, Out>(
  rows: Row[],
  pageSize: number,
  sortValue: (row: Row) => string | number,
  toOut: (row: Row) => Out,
) {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { rows: shown.map(toOut), next: rows.length > pageSize && last ? encodeCursor([sortValue(last), last.id]) : null };
}

const toMail = (row: records.MailRecord) => ({
  id: row.id,
  recipient: row.recipient,
  subject: row.subject,
  state: row.state,
  error: row.error,
  madeAt: row.made_at.toISOString(),
  sentAt: iso(row.sent_at),
});

const JobState = z.enum(contract.JOB_STATES);
const toJob = (row: records.JobRecord) => ({
  id: row.id,
  name: row.name,
  queue: z.enum(contract.QUEUES).parse(row.queue),
  state: JobState.parse(row.state),
  attempts: row.attempts,
  maxAttempts: row.max_attempts,
  progress: row.progress,
  figures: row.figures,
  error: row.error,
  payload: row.payload,
  madeAt: row.made_at.toISOString(),
  finishedAt: iso(row.finished_at),
});

const settingsAnswers: Answer[] = [
  answer(contract.listSettings, () => ({ rows: settingsDefinitions().map(({ plugin, title }) => ({ plugin, title })) })),
  answer(contract.getSettings, async ({ params }) => {
    const definition = settingsDefinition(params.plugin);
    const history = await db().many<{ field: string; before: unknown; after: unknown; changed_by: string; changed_at: Date }>(
      sql`SELECT * FROM activity.core_settings_history WHERE plugin = ${params.plugin} ORDER BY id DESC LIMIT 100`,
    );
    return {
      plugin: definition.plugin,
      title: definition.title,
      values: await settings(definition).get(),
      defaults: definition.schema.parse({}),
      schema: z.toJSONSchema(definition.schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>,
      history: history.map((row) => ({
        field: row.field,
        before: row.before,
        after: row.after,
        changedBy: row.changed_by,
        changedAt: row.changed_at.toISOString(),
      })),
    };
  }),
  answer(contract.putSettings, async ({ params, body, actor }) => ({
    values: await changeSettings({ plugin: params.plugin, values: body.values, actor }),
  })),
];

const mailAnswers: Answer[] = [
  answer(contract.listMails, async ({ query }) => {
    const newestFirst = { ...query, sort: query.sort === 'madeAt' ? '-madeAt' : 'madeAt' };
    const { rows, total } = await records.mailPage(newestFirst);
    return { ...paged(rows, query.pageSize, (row) => row.made_at.toISOString(), toMail), total };
  }),
  answer(contract.getMail, async ({ params }) => {
    const row = (await records.mailById(params.id)) ?? missing();
    return { ...toMail(row), text: row.body_text, html: row.body_html };
  }),
  answer(contract.downloadMail, async ({ params, request }) => {
    const row = (await records.mailById(params.id)) ?? missing();
    const headers = { 'Content-Type': 'message/rfc822', 'Content-Disposition': `attachment; filename="${row.id}.eml"` };
    request.respond(200, headers, await asEml(row));
  }),
];

const setDeadJob = (id: string, state: 'waiting' | 'dropped', actor: Parameters<typeof audit>[1]['actor']) =>
  inTransaction(async (tx) => {
    const count = await tx.run(sql`
      UPDATE activity.core_jobs SET state = ${state}, attempts = 0, run_after = now(), queued_at = NULL WHERE id = ${id} AND state = 'dead'`);
    if (count === 0) missing();
    await audit(tx, { actor, action: state === 'waiting' ? 'core.rerunJob' : 'core.dropJob', object: `job:${id}` });
    await tx.run(sql`SELECT pg_notify(${JOBS_CHANNEL}, '')`);
    return { state };
  });

const jobAnswers: Answer[] = [
  answer(contract.listJobs, async ({ query }) => {
    const newestFirst = { ...query, sort: query.sort === 'madeAt' ? '-madeAt' : 'madeAt' };
    const { rows, total } = await records.jobPage(newestFirst);
    return { ...paged(rows, query.pageSize, (row) => row.made_at.toISOString(), toJob), total };
  }),
  answer(contract.getQueues, async () => {
    const [counts, schedules, dead, waiting] = await Promise.all([
      records.queueCounts(),
      records.scheduleRows(),
      records.deadEvents(),
      records.waitingEvents(),
    ]);
    return {
      queues: contract.QUEUES.map((queue) => {
        const row = counts.find((one) => one.queue === queue);
        return {
          queue,
          waiting: row?.waiting ?? 0,
          running: row?.running ?? 0,
          dead: row?.dead ?? 0,
          doneLastHour: row?.done ?? 0,
        };
      }),
      schedules: schedules.map((row) => ({
        name: row.name,
        lastStartedAt: iso(row.last_started_at),
        lastFinishedAt: iso(row.last_finished_at),
        lastError: row.last_error,
      })),
      deadEvents: dead.map((row) => ({
        id: row.id,
        type: row.type,
        error: row.error,
        occurredAt: row.occurred_at.toISOString(),
      })),
      waitingEvents: waiting.count,
    };
  }),
  answer(contract.rerunJob, ({ params, actor }) => setDeadJob(params.id, 'waiting', actor)),
  answer(contract.dropJob, ({ params, actor }) => setDeadJob(params.id, 'dropped', actor)),
  answer(contract.rerunEvent, ({ params, actor }) =>
    inTransaction(async (tx) => {
      if (!(await revive(tx, params.id))) missing();
      await audit(tx, { actor, action: 'core.rerunEvent', object: `event:${params.id}` });
      return { state: 'waiting' as const };
    }),
  ),
];

const auditAnswers: Answer[] = [
  answer(contract.listAudit, async ({ query }) => {
    const newestFirst = { ...query, sort: query.sort === 'id' ? '-id' : 'id' };
    const { rows, total } = await records.auditPage(newestFirst);
    const toOut = (row: records.AuditRecord) => ({ ...row, at: row.at.toISOString() });
    return { ...paged(rows, query.pageSize, (row) => row.id, toOut), total };
  }),
];

export const coreAnswers: Answer[] = [
  ...settingsAnswers,
  ...mailAnswers,
  ...jobAnswers,
  ...auditAnswers,
  answer(contract.getOpenApi, () => openApi()),
];
