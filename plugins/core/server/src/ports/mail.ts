import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@lyceum/config/env';
import nodemailer from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { z } from 'zod';
import { defineJob } from '../../../contract/index.ts';
import { db, inTransaction, type Tx } from '../data/db.ts';
import { sql } from '../data/sql.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { faultPoint } from './fault-point.ts';
import { newId } from './ids.ts';
import { log } from './log.ts';
import { dataFolder } from './paths.ts';

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  /** One mail per key, however often the work behind it is repeated. */
  readonly dedupeKey: string;
  /** The site user it is for, so that export and erasure find it. */
  readonly userId?: number | undefined;
};

/** Tries in all, over about ten minutes. */
export const MAIL_TRIES = 8;

export const deliverMail = defineJob({
  name: 'core.deliverMail',
  queue: 'mail',
  payload: z.strictObject({ mailId: z.uuid() }),
  key: ({ mailId }) => mailId,
  attempts: MAIL_TRIES,
  backoffMs: 5_000,
});

const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim();

/**
 * Puts a mail in line in the same transaction as what it tells about. By default it ends in the mail tray of the admin
 * and as an .eml file in the data folder; with SMTP_URL it is sent.
 * @throws when the recipient is not one plain address [I16]
 */
export async function sendMail(tx: Tx, mail: Mail): Promise<void> {
  const recipient = z.email().parse(mail.to);
  const id = newId();
  const isNew = await tx.run(sql`
    INSERT INTO activity.core_mails (id, dedupe_key, recipient, user_id, subject, body_text, body_html)
    VALUES (${id}, ${mail.dedupeKey}, ${recipient}, ${mail.userId ?? null}, ${oneLine(mail.subject)}, ${mail.text}, ${mail.html ?? null})
    ON CONFLICT (dedupe_key) DO NOTHING`);
  if (isNew > 0) await enqueue(tx, deliverMail, { mailId: id });
}

type MailRow = { id: string; recipient: string; subject: string; body_text: string; body_html: string | null; made_at: Date };

const messageOf = (row: MailRow) => ({
  from: env().mail.from,
  to: row.recipient,
  subject: row.subject,
  text: row.body_text,
  ...(row.body_html ? { html: row.body_html } : {}),
  messageId: `<${row.id}@lyceum>`,
  date: row.made_at,
});

/** The message as it travels, for the tray's file and its download. */
export async function asEml(row: MailRow): Promise<Buffer> {
  return new MailComposer(messageOf(row)).compile().build();
}

async function intoTray(row: MailRow): Promise<void> {
  const folder = dataFolder('mail');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${row.id}.eml`), await asEml(row));
  await db().run(sql`UPDATE activity.core_mails SET state = 'tray', sent_at = now() WHERE id = ${row.id}`);
}

export type CarryOptions = {
  /** Where it goes out; null leaves it in the tray. Default: SMTP_URL. */
  readonly smtpUrl?: string | null;
  /** A failure now is final: the tray shows it. */
  readonly isLastTry?: boolean;
};

/**
 * Sends one mail. It is marked before it is sent: a crash in between leaves it marked, and it is not sent a second time;
 * that window is logged when the job comes round again [C9].
 */
export async function carryMail(
  mailId: string,
  { smtpUrl = env().mail.smtpUrl, isLastTry = false }: CarryOptions = {},
): Promise<void> {
  const row = await inTransaction(async (tx) => {
    const found = await tx.maybeOne<MailRow & { state: string }>(
      sql`SELECT * FROM activity.core_mails WHERE id = ${mailId} FOR UPDATE`,
    );
    if (!found || found.state === 'sent' || found.state === 'tray') return null;
    if (found.state === 'sending') {
      log().error({ mailId }, 'a worker died while sending; whether the mail went out is not known, so it is not sent again');
      await tx.run(
        sql`UPDATE activity.core_mails SET state = 'failed', error = 'A worker died while sending' WHERE id = ${mailId}`,
      );
      return null;
    }
    await tx.run(sql`UPDATE activity.core_mails SET state = 'sending' WHERE id = ${mailId}`);
    return found;
  });
  if (!row) return;
  try {
    if (!smtpUrl) return await intoTray(row);
    await nodemailer.createTransport(smtpUrl).sendMail(messageOf(row));
    faultPoint('after-send-before-mark');
    await db().run(sql`UPDATE activity.core_mails SET state = 'sent', sent_at = now() WHERE id = ${mailId}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await db().run(
      sql`UPDATE activity.core_mails SET state = ${isLastTry ? 'failed' : 'waiting'}, error = ${message.slice(0, 500)} WHERE id = ${mailId}`,
    );
    throw error;
  }
}
