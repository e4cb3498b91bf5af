import { LOCALES } from '@lyceum/core/contract';
import { newId, publicUrl, sendMail, type Tx } from '@lyceum/core/server';
import type { z } from 'zod';
import type { platformSettings } from '../../../contract/settings.ts';
import { mayMail } from '../access/sign-in-guard.ts';
import { composeMail } from '../mail/compose.ts';
import type { AccountMail } from '../mail/texts.ts';
import * as links from '../records/links.ts';
import { newLinkToken } from '../tokens/link-token.ts';

type Settings = z.output<typeof platformSettings.schema>;

export type Recipient = { readonly id: number; readonly email: string; readonly locale: string };

/**
 * The site's page in the reader's language, whose first language has no prefix. Links are made from the configured public
 * address, never from what a request calls its host [A10].
 */
function siteLink(path: string, locale: string): string {
  const hasPrefix = locale !== LOCALES[0] && LOCALES.some((one) => one === locale);
  return `${publicUrl()}${hasPrefix ? `/${locale}` : ''}${path}`;
}

async function send(tx: Tx, kind: AccountMail, to: Recipient, url: string, lifetimeSec: number): Promise<void> {
  const mail = composeMail(kind, to.locale, url, lifetimeSec);
  await sendMail(tx, { to: to.email, userId: to.id, dedupeKey: `platform.${kind}:${newId()}`, ...mail });
}

/** A confirmation link for what this registration asked for. More mails than allowed are left out without a word. */
export async function mailConfirmation(
  tx: Tx,
  to: Recipient,
  registration: links.Registration | null,
  settings: Settings,
): Promise<void> {
  if (!(await mayMail(to.email, settings.mailsPerHour))) return;
  const { token, hash } = newLinkToken();
  await links.insert(tx, { hash, userId: to.id, kind: 'confirm', registration, lifetimeSec: settings.confirmationLinkSec });
  await send(tx, 'confirm', to, siteLink(`/confirm?token=${token}`, to.locale), settings.confirmationLinkSec);
}

export async function mailReset(tx: Tx, to: Recipient, settings: Settings): Promise<void> {
  if (!(await mayMail(to.email, settings.mailsPerHour))) return;
  const { token, hash } = newLinkToken();
  await links.insert(tx, { hash, userId: to.id, kind: 'reset', registration: null, lifetimeSec: settings.resetLinkSec });
  await send(tx, 'reset', to, siteLink(`/reset-password?token=${token}`, to.locale), settings.resetLinkSec);
}

export async function mailAlreadyRegistered(tx: Tx, to: Recipient, settings: Settings): Promise<void> {
  if (await mayMail(to.email, settings.mailsPerHour)) await send(tx, 'alreadyRegistered', to, siteLink('/sign-in', to.locale), 0);
}

/** Always sent: it is how an owner learns that somebody else was there. */
export async function mailPasswordChanged(tx: Tx, to: Recipient): Promise<void> {
  await send(tx, 'passwordChanged', to, siteLink('/', to.locale), 0);
}
