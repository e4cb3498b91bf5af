import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { coreProblems, defineEvent, defineJob, refuse } from '../../contract/index.ts';
import { type TestKit, testKit } from '../../testing/index.ts';
import {
  announce,
  audit,
  db,
  enqueue,
  handleJob,
  inTransaction,
  on,
  registerMigrations,
  runMigrations,
  sendMail,
  sql,
} from '../src/public.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

describe('transactions', () => {
  it('roll everything back together, what was announced included', async () => {
    const happened = defineEvent('test.rolledBack', 1, z.object({ n: z.number() }));
    await expect(
      inTransaction(async (tx) => {
        await announce(tx, happened, { n: 1 });
        await inTransaction((inner) => announce(inner, happened, { n: 2 }));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await db().many(sql`SELECT 1 FROM activity.core_events WHERE type = 'test.rolledBack'`)).toEqual([]);
  });

  it('run what follows the commit only after it', async () => {
    const steps: string[] = [];
    await inTransaction(async (tx) => {
      tx.afterCommit(() => void steps.push('after'));
      steps.push('inside');
    });
    expect(steps).toEqual(['inside', 'after']);
  });

  it('give back jsonb as values, counts as numbers and instants as dates', async () => {
    const row = await db().one<{ j: unknown; n: unknown; t: unknown; d: unknown }>(
      sql`SELECT ${sql.json({ a: [1] })} AS j, count(*) AS n, now() AS t, '2026-02-03'::date AS d FROM (VALUES (1), (2)) AS v`,
    );
    expect(row.j).toEqual({ a: [1] });
    expect(row.n).toBe(2);
    expect(row.t).toBeInstanceOf(Date);
    expect(row.d).toBe('2026-02-03');
  });
});

describe('events', () => {
  it('reach every subscriber exactly once, also when they are delivered twice [X-43]', async () => {
    const event = defineEvent(`test.once${Date.now()}`, 1, z.object({ key: z.string() }));
    const heard: string[] = [];
    on(`test.first-${event.type}`, event, async (_tx, { payload }) => void heard.push(`first ${payload.key}`));
    on(`test.second-${event.type}`, event, async (_tx, { payload }) => void heard.push(`second ${payload.key}`));
    await inTransaction((tx) => announce(tx, event, { key: 'a' }));
    await kit.relay();
    await db().run(sql`UPDATE activity.core_events SET relayed_at = NULL, next_attempt_at = now() WHERE type = ${event.type}`);
    await kit.relay();
    expect(heard.sort()).toEqual(['first a', 'second a']);
  });

  it('keep a failing subscriber from disturbing another, and try it again', async () => {
    const event = defineEvent(`test.retry${Date.now()}`, 1, z.object({}));
    const heard: string[] = [];
    let fails = true;
    on(`test.bad-${event.type}`, event, async () => {
      if (fails) throw new Error('not now');
      heard.push('bad');
    });
    on(`test.good-${event.type}`, event, async () => void heard.push('good'));
    await inTransaction((tx) => announce(tx, event, {}));
    await kit.relay();
    expect(heard).toEqual(['good']);
    const row = await db().one<{ error: string; relayed_at: Date | null }>(
      sql`SELECT error, relayed_at FROM activity.core_events WHERE type = ${event.type}`,
    );
    expect(row.error).toContain('not now');
    expect(row.relayed_at).toBeNull();
    fails = false;
    await db().run(sql`UPDATE activity.core_events SET next_attempt_at = now() WHERE type = ${event.type}`);
    await kit.relay();
    expect(heard).toEqual(['good', 'bad']);
  });

  it('refuse a payload that is not what the event says', async () => {
    const event = defineEvent('test.strict', 1, z.object({ n: z.number() }));
    await expect(inTransaction((tx) => announce(tx, event, { n: 'x' } as never))).rejects.toThrow();
  });
});

describe('jobs', () => {
  const flaky = defineJob({
    name: 'test.flaky',
    queue: 'maintenance',
    payload: z.object({ id: z.string() }),
    key: ({ id }) => id,
    attempts: 2,
    backoffMs: 1,
  });

  it('wait once per key, retry, and end on the dead list, from where they run again [X-28]', async () => {
    let runs = 0;
    handleJob(flaky, async () => {
      runs += 1;
      throw new Error('broken part');
    });
    const id = randomUUID();
    const [first, second] = await inTransaction(async (tx) => [
      await enqueue(tx, flaky, { id }),
      await enqueue(tx, flaky, { id }),
    ]);
    expect(second).toBe(first);
    await kit.work();
    await db().run(sql`UPDATE activity.core_jobs SET run_after = now() WHERE id = ${first}`);
    await kit.work();
    const dead = await db().one<{ state: string; error: string; attempts: number }>(
      sql`SELECT state, error, attempts FROM activity.core_jobs WHERE id = ${first}`,
    );
    expect(dead).toEqual({ state: 'dead', error: 'Error: broken part', attempts: 2 });
    expect(runs).toBe(2);
    await db().run(sql`UPDATE activity.core_jobs SET state = 'waiting', attempts = 0, run_after = now() WHERE id = ${first}`);
    handleJob(flaky, async () => undefined);
    await kit.work();
    expect(await db().one(sql`SELECT state FROM activity.core_jobs WHERE id = ${first}`)).toEqual({ state: 'done' });
  });

  it('do not try again what was refused', async () => {
    const refused = defineJob({ name: 'test.refused', queue: 'maintenance', payload: z.object({}) });
    handleJob(refused, async () => refuse(coreProblems.notFound));
    const id = await inTransaction((tx) => enqueue(tx, refused, {}));
    await kit.work();
    expect(await db().one(sql`SELECT state, attempts FROM activity.core_jobs WHERE id = ${id}`)).toEqual({
      state: 'dead',
      attempts: 1,
    });
  });
});

describe('mail', () => {
  it('is written once per key however often the work is repeated, and lies in the tray as a file [C9]', async () => {
    const dedupeKey = `test-${randomUUID()}`;
    const mail = { to: 'someone@lyceum.test', subject: 'Hello\r\nBcc: x@y.z', text: 'A line', dedupeKey };
    await inTransaction(async (tx) => {
      await sendMail(tx, mail);
      await sendMail(tx, mail);
    });
    await kit.work();
    const rows = await db().many<{ state: string; subject: string }>(
      sql`SELECT state, subject FROM activity.core_mails WHERE dedupe_key = ${dedupeKey}`,
    );
    expect(rows).toEqual([{ state: 'tray', subject: 'Hello Bcc: x@y.z' }]);
  });

  it('goes to one plain address only [I16]', async () => {
    for (const to of ['a@b.test, c@d.test', 'a@b.test\r\nBcc: x@y.z', 'nobody']) {
      await expect(
        inTransaction((tx) => sendMail(tx, { to, subject: 's', text: 't', dedupeKey: randomUUID() })),
      ).rejects.toThrow();
    }
  });
});

describe('the audit log', () => {
  it('takes entries and lets nobody change or remove one [X-23]', async () => {
    const object = `test:${randomUUID()}`;
    await inTransaction((tx) => audit(tx, { actor: 'system', action: 'test.deed', object, before: null, after: { n: 1 } }));
    await expect(db().run(sql`UPDATE activity.core_audit_log SET actor = 'else' WHERE object = ${object}`)).rejects.toThrow(
      'append only',
    );
    await expect(db().run(sql`DELETE FROM activity.core_audit_log WHERE object = ${object}`)).rejects.toThrow('append only');
    await expect(db().run(sql`TRUNCATE activity.core_audit_log`)).rejects.toThrow('append only');
  });
});

describe('migrations', () => {
  it('run once, and a failing one leaves nothing behind [X-39]', async () => {
    let runs = 0;
    const name = `2026-01-01-${randomUUID()}`;
    const up = async () => {
      runs += 1;
    };
    registerMigrations('test', [{ name, up }]);
    expect(await runMigrations()).toBe(1);
    expect(await runMigrations()).toBe(0);
    expect(runs).toBe(1);
    const bad = `2026-01-02-${randomUUID()}`;
    registerMigrations('test', [
      {
        name: bad,
        up: async (tx) => {
          await tx.run(sql`CREATE TABLE activity.test_half (id int)`);
          throw new Error('half way');
        },
      },
    ]);
    await expect(runMigrations()).rejects.toThrow('half way');
    registerMigrations('test', []);
    expect(await db().one(sql`SELECT to_regclass('activity.test_half') AS t`)).toEqual({ t: null });
  });
});
