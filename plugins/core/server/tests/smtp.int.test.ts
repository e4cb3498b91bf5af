import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKit } from '../../testing/index.ts';
import { carryMail } from '../src/ports/mail.ts';
import { db, inTransaction, sendMail, sql } from '../src/public.ts';

const received: { to: string[]; raw: string }[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (refuse) return done(new Error('The mailbox is full'));
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
      done();
    });
  },
});
let smtpUrl = '';
beforeAll(async () => {
  await testKit();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

async function written(to: string): Promise<string> {
  const dedupeKey = randomUUID();
  await inTransaction((tx) =>
    sendMail(tx, { to, subject: 'Sınav sonucu', text: 'Merhaba أهلا', html: '<p>Merhaba أهلا</p>', dedupeKey }),
  );
  return (await db().one<{ id: string }>(sql`SELECT id FROM activity.core_mails WHERE dedupe_key = ${dedupeKey}`)).id;
}

const stateOf = (id: string) =>
  db().one<{ state: string; error: string | null }>(sql`SELECT state, error FROM activity.core_mails WHERE id = ${id}`);

describe('mail over a real SMTP server', () => {
  it('arrives whole, in every script, and is sent once although the job runs twice [C9]', async () => {
    const id = await written('reader@lyceum.test');
    await carryMail(id, { smtpUrl });
    await carryMail(id, { smtpUrl });
    const mine = received.filter(({ to }) => to.includes('reader@lyceum.test'));
    expect(mine).toHaveLength(1);
    expect(mine[0]?.raw).toContain(`Message-ID: <${id}@lyceum>`);
    expect(mine[0]?.raw).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(await stateOf(id)).toEqual({ state: 'sent', error: null });
  });

  it('waits and says why when the server refuses it, and goes out at the next try', async () => {
    const id = await written('later@lyceum.test');
    refuse = true;
    await expect(carryMail(id, { smtpUrl })).rejects.toThrow('The mailbox is full');
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', error: expect.stringContaining('The mailbox is full') });
    await expect(carryMail(id, { smtpUrl, isLastTry: true })).rejects.toThrow();
    expect((await stateOf(id)).state).toBe('failed');
    await db().run(sql`UPDATE activity.core_mails SET state = 'waiting' WHERE id = ${id}`);
    refuse = false;
    await carryMail(id, { smtpUrl });
    expect((await stateOf(id)).state).toBe('sent');
  });

  it('is not sent a second time when a worker died while sending [C9]', async () => {
    const id = await written('torn@lyceum.test');
    await db().run(sql`UPDATE activity.core_mails SET state = 'sending' WHERE id = ${id}`);
    await carryMail(id, { smtpUrl });
    expect(received.some(({ to }) => to.includes('torn@lyceum.test'))).toBe(false);
    expect((await stateOf(id)).state).toBe('failed');
  });
});
