import { env } from '@lyceum/config/env';
import { Queue as BullQueue, Worker } from 'bullmq';
import { QUEUES, type Queue } from '../../../contract/index.ts';
import { db, holdConnection } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { OUTBOX_CHANNEL } from '../events/outbox.ts';
import { relayAll } from '../events/relay.ts';
import { log } from '../ports/log.ts';
import { queueRedis } from '../ports/redis.ts';
import { JOBS_CHANNEL } from './enqueue.ts';
import { scheduleHandler, scheduleHandlersOf } from './handlers.ts';
import { workOn } from './work.ts';

/** A dead worker's job is taken over within lock + stalled check, well under the 15 s promised [C11]. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const POLL_MS = 1_000;
const PREFIX = 'lyceum';

export type Runner = { stop(): Promise<void>; state(): { queues: readonly Queue[]; lastRelayAt: Date | null } };

const chosenQueues = (): Queue[] => {
  const wanted = env().jobs.queues;
  return wanted.length === 0 ? [...QUEUES] : QUEUES.filter((queue) => wanted.includes(queue));
};

/**
 * Moves due rows into their queue. The job's id keeps a row from being in the queue twice, and rows whose queue was lost
 * (Redis emptied) are simply moved again: after 15 s without a sign of life they count as lost [C6, C7].
 */
async function fillQueues(queues: Map<Queue, BullQueue>): Promise<void> {
  const due = await db().many<{ id: string; queue: Queue }>(sql`
    UPDATE activity.core_jobs SET queued_at = now() WHERE id IN (
      SELECT id FROM activity.core_jobs WHERE run_after <= now() AND queue = ANY(${[...queues.keys()]}) AND (
        (state = 'waiting' AND (queued_at IS NULL OR queued_at < now() - interval '15 seconds'))
        OR (state = 'running' AND alive_at < now() - interval '15 seconds' AND queued_at < now() - interval '15 seconds'))
      ORDER BY made_at LIMIT 500 FOR UPDATE SKIP LOCKED)
    RETURNING id, queue`);
  for (const [name, queue] of queues) {
    const mine = due.filter((row) => row.queue === name);
    if (mine.length === 0) continue;
    const jobs = mine.map(({ id }) => ({
      name: 'row',
      data: { id },
      opts: { jobId: `row-${id}`, removeOnComplete: true, removeOnFail: true },
    }));
    await queue.addBulk(jobs);
  }
}

/** Schedules live in Redis; they are written again now and then, so that an emptied Redis gets them back. */
async function writeSchedules(queues: Map<Queue, BullQueue>): Promise<void> {
  for (const [name, queue] of queues) {
    for (const { schedule } of scheduleHandlersOf(name)) {
      const repeat = schedule.pattern
        ? { pattern: schedule.pattern, tz: schedule.timeZone ?? 'UTC' }
        : { every: schedule.everyMs ?? 60_000 };
      await queue.upsertJobScheduler(schedule.name, repeat, {
        name: 'schedule',
        data: { schedule: schedule.name },
        opts: { removeOnComplete: true, removeOnFail: 50 },
      });
    }
  }
}

async function runSchedule(name: string, stop: AbortSignal): Promise<void> {
  const handler = scheduleHandler(name);
  if (!handler) return;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(handler.schedule.timeoutMs ?? 60_000)]);
  await db().run(sql`
    INSERT INTO activity.core_schedules (name, last_started_at) VALUES (${name}, now()) ON CONFLICT (name) DO UPDATE SET last_started_at = now()`);
  try {
    await handler.run({ signal });
    await db().run(sql`UPDATE activity.core_schedules SET last_finished_at = now(), last_error = NULL WHERE name = ${name}`);
  } catch (error) {
    log().error({ err: error, schedule: name }, 'schedule failed');
    const message = error instanceof Error ? error.message : String(error);
    await db().run(sql`UPDATE activity.core_schedules SET last_error = ${message.slice(0, 1000)} WHERE name = ${name}`);
  }
}

/** Calls `work` whenever PostgreSQL says something waits, and every second in case it could not say so. */
function loop(name: string, work: () => Promise<unknown>): { wake(): void; stop(): Promise<void> } {
  let stopped = false;
  let wakeUp: () => void = () => undefined;
  const running = (async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        log().warn({ err: error instanceof Error ? error.message : error, loop: name }, 'will try again');
      }
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    wake: () => wakeUp(),
    async stop() {
      stopped = true;
      wakeUp();
      await running;
    },
  };
}

/** Hears NOTIFY and wakes the loops; a lost connection is opened again by the next beat. */
async function listen(wake: Record<string, () => void>): Promise<() => Promise<void>> {
  const { connection, release } = await holdConnection();
  connection.on('notification', ({ channel }) => wake[channel]?.());
  for (const channel of Object.keys(wake)) await connection.query(`LISTEN ${channel}`);
  return async () => {
    await connection.query('UNLISTEN *').catch(() => undefined);
    connection.removeAllListeners('notification');
    await release();
  };
}

/** Starts a worker for every chosen queue, the relay of events and the schedules. */
export async function startRunner(): Promise<Runner> {
  const names = chosenQueues();
  const stopping = new AbortController();
  const connection = queueRedis();
  const queues = new Map(names.map((name) => [name, new BullQueue(name, { connection, prefix: PREFIX })]));
  const workers = names.map(
    (name) =>
      new Worker(
        name,
        async (job) => {
          if (job.name === 'schedule') await runSchedule(String(job.data.schedule), stopping.signal);
          else await workOn(String(job.data.id), stopping.signal);
        },
        {
          connection: queueRedis(),
          prefix: PREFIX,
          concurrency: env().jobs.concurrency,
          lockDuration: LOCK_MS,
          stalledInterval: STALLED_CHECK_MS,
          maxStalledCount: 5,
        },
      ),
  );
  for (const worker of workers) worker.on('error', (error) => log().warn({ err: error.message }, 'queue does not answer'));
  for (const queue of queues.values()) queue.on('error', () => undefined);

  let lastRelayAt: Date | null = null;
  const relay = loop('relay', async () => {
    await relayAll();
    lastRelayAt = new Date();
  });
  const feeder = loop('feeder', () => fillQueues(queues));
  const schedules = setInterval(() => writeSchedules(queues).catch(() => undefined), 30_000);
  writeSchedules(queues).catch((error: unknown) => log().warn({ err: error }, 'schedules wait for Redis'));

  const wake = { [OUTBOX_CHANNEL]: () => relay.wake(), [JOBS_CHANNEL]: () => feeder.wake() };
  let unlisten = await listen(wake).catch(() => null);
  const relisten = setInterval(async () => {
    const alive =
      unlisten &&
      (await db()
        .maybeOne(sql`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN lyceum_%' AND datname = current_database()`)
        .catch(() => null));
    if (!alive) unlisten = await listen(wake).catch(() => null);
  }, 15_000);

  return {
    state: () => ({ queues: names, lastRelayAt }),
    async stop() {
      clearInterval(schedules);
      clearInterval(relisten);
      stopping.abort(new Error('The process stops'));
      await Promise.all([relay.stop(), feeder.stop()]);
      await Promise.allSettled(workers.map((worker) => worker.close()));
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      await unlisten?.();
    },
  };
}
