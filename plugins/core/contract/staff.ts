import { z } from 'zod';
import { defineEndpoint, everyone, staff } from './endpoint.ts';
import { QUEUES } from './job.ts';
import { listQuery, listReply } from './list.ts';
import { coreProblems } from './problem.ts';
import { Instant } from './values.ts';

/** Rights of core's own pages. */
export const CORE_PERMISSIONS = {
  settings: 'plugin::core.settings',
  mails: 'plugin::core.mails',
  jobs: 'plugin::core.jobs',
  audit: 'plugin::core.audit',
} as const;

const PluginParams = z.strictObject({ plugin: z.string().regex(/^[a-z][a-z0-9-]*$/) });
const IdParams = z.strictObject({ id: z.uuid() });

export const SettingsChangeRow = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  changedBy: z.string(),
  changedAt: Instant,
});

export const listSettings = defineEndpoint({
  method: 'GET',
  path: '/core/settings',
  summary: 'Plugins that have settings',
  access: staff(CORE_PERMISSIONS.settings),
  reply: z.object({ rows: z.array(z.object({ plugin: z.string(), title: z.string() })) }),
});

export const getSettings = defineEndpoint({
  method: 'GET',
  path: '/core/settings/:plugin',
  summary: 'Settings of one plugin with their JSON schema, defaults and history',
  access: staff(CORE_PERMISSIONS.settings),
  params: PluginParams,
  reply: z.object({
    plugin: z.string(),
    title: z.string(),
    values: z.record(z.string(), z.unknown()),
    defaults: z.record(z.string(), z.unknown()),
    /** JSON Schema of the values: type, limits and the sentence of each field. */
    schema: z.record(z.string(), z.unknown()),
    history: z.array(SettingsChangeRow),
  }),
  problems: [coreProblems.notFound],
});

export const putSettings = defineEndpoint({
  method: 'PUT',
  path: '/core/settings/:plugin',
  summary: 'Change settings; only the given fields change',
  access: staff(CORE_PERMISSIONS.settings),
  params: PluginParams,
  body: z.strictObject({ values: z.record(z.string(), z.unknown()) }),
  reply: z.object({ values: z.record(z.string(), z.unknown()) }),
  problems: [coreProblems.notFound],
});

export const MAIL_STATES = ['waiting', 'sending', 'sent', 'tray', 'failed'] as const;
export const MailRow = z.object({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(MAIL_STATES),
  error: z.string().nullable(),
  madeAt: Instant,
  sentAt: Instant.nullable(),
});

export const listMails = defineEndpoint({
  method: 'GET',
  path: '/core/mails',
  summary: 'The mail tray, newest first',
  access: staff(CORE_PERMISSIONS.mails),
  query: listQuery(['madeAt'], { state: z.enum(MAIL_STATES).optional() }),
  reply: listReply(MailRow),
});

export const getMail = defineEndpoint({
  method: 'GET',
  path: '/core/mails/:id',
  summary: 'One message as its reader sees it',
  access: staff(CORE_PERMISSIONS.mails),
  params: IdParams,
  reply: MailRow.extend({ text: z.string(), html: z.string().nullable() }),
  problems: [coreProblems.notFound],
});

export const downloadMail = defineEndpoint({
  method: 'GET',
  path: '/core/mails/:id/eml',
  summary: 'One message as an .eml file',
  access: staff(CORE_PERMISSIONS.mails),
  params: IdParams,
  reply: z.void(),
  problems: [coreProblems.notFound],
});

export const JOB_STATES = ['waiting', 'running', 'done', 'dead', 'dropped'] as const;
export const JobRow = z.object({
  id: z.uuid(),
  name: z.string(),
  queue: z.enum(QUEUES),
  state: z.enum(JOB_STATES),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  progress: z.number(),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
  error: z.string().nullable(),
  payload: z.unknown(),
  madeAt: Instant,
  finishedAt: Instant.nullable(),
});

export const listJobs = defineEndpoint({
  method: 'GET',
  path: '/core/jobs',
  summary: 'Jobs, newest first; state `dead` is the dead list',
  access: staff(CORE_PERMISSIONS.jobs),
  query: listQuery(['madeAt'], { state: z.enum(JOB_STATES).optional(), queue: z.enum(QUEUES).optional() }),
  reply: listReply(JobRow),
});

export const getQueues = defineEndpoint({
  method: 'GET',
  path: '/core/queues',
  summary: 'How many jobs wait, run and are dead in each queue, the schedules, and events that could not be delivered',
  access: staff(CORE_PERMISSIONS.jobs),
  reply: z.object({
    queues: z.array(
      z.object({ queue: z.enum(QUEUES), waiting: z.number(), running: z.number(), dead: z.number(), doneLastHour: z.number() }),
    ),
    schedules: z.array(
      z.object({
        name: z.string(),
        lastStartedAt: Instant.nullable(),
        lastFinishedAt: Instant.nullable(),
        lastError: z.string().nullable(),
      }),
    ),
    deadEvents: z.array(z.object({ id: z.uuid(), type: z.string(), error: z.string().nullable(), occurredAt: Instant })),
    waitingEvents: z.number(),
  }),
});

export const rerunJob = defineEndpoint({
  method: 'POST',
  path: '/core/jobs/:id/rerun',
  summary: 'Put a dead job back in line',
  access: staff(CORE_PERMISSIONS.jobs),
  params: IdParams,
  reply: z.object({ state: z.enum(JOB_STATES) }),
  problems: [coreProblems.notFound],
});

export const dropJob = defineEndpoint({
  method: 'POST',
  path: '/core/jobs/:id/drop',
  summary: 'Take a dead job off the list for good',
  access: staff(CORE_PERMISSIONS.jobs),
  params: IdParams,
  reply: z.object({ state: z.enum(JOB_STATES) }),
  problems: [coreProblems.notFound],
});

export const rerunEvent = defineEndpoint({
  method: 'POST',
  path: '/core/events/:id/rerun',
  summary: 'Deliver a dead event again to those who have not consumed it',
  access: staff(CORE_PERMISSIONS.jobs),
  params: IdParams,
  reply: z.object({ state: z.literal('waiting') }),
  problems: [coreProblems.notFound],
});

export const AuditRow = z.object({
  id: z.number(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

export const listAudit = defineEndpoint({
  method: 'GET',
  path: '/core/audit',
  summary: 'The audit log, newest first',
  access: staff(CORE_PERMISSIONS.audit),
  query: listQuery(['id'], { action: z.string().max(80).optional(), object: z.string().max(120).optional() }),
  reply: listReply(AuditRow),
});

export const getOpenApi = defineEndpoint({
  method: 'GET',
  path: '/v1/openapi.json',
  summary: 'This description',
  access: everyone,
  reply: z.record(z.string(), z.unknown()),
});
