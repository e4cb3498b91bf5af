import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from '@lyceum/config/env';

/** Accounts the demo content brings; they exist only while PUBLIC_URL is this machine. */
const DEMO_ACCOUNTS = [
  ['admin@lyceum.test', 'super admin, in the admin; reads the mail tray'],
  ['editor@lyceum.test', 'content editor, in the admin'],
  ['teacher@lyceum.test', 'teacher, in the admin'],
  ['learner@lyceum.test', 'learner, on the site'],
] as const;
const DEMO_PASSWORD = 'lyceum-demo-2026';

/** What a person needs next: addresses and log-ins, or the link that makes the first super admin. */
export function summary(env: Env, hasDemo: boolean): string {
  const { publicUrl, dataDir } = env.server;
  const lines = ['', 'Lyceum is ready.', '', `  Site        ${publicUrl}`, `  Admin       ${publicUrl}/admin`];
  lines.push(
    env.mail.smtpUrl === null
      ? `  Mail tray   ${publicUrl}/cms/admin/plugins/core?tab=mails`
      : `  Mail        goes out through ${new URL(env.mail.smtpUrl).host}`,
  );
  if (hasDemo) {
    lines.push('', `  Demo accounts, each with the password ${DEMO_PASSWORD}`);
    for (const [email, what] of DEMO_ACCOUNTS) lines.push(`    ${email.padEnd(22)} ${what}`);
  }
  const link = path.join(dataDir, 'first-admin.txt');
  if (existsSync(link))
    lines.push(
      '',
      ...readFileSync(link, 'utf8')
        .trim()
        .split('\n')
        .map((line) => `  ${line}`.trimEnd()),
    );
  lines.push('', `  Data, logs and secrets: ${dataDir}`, '  Ctrl-C stops everything.', '');
  return lines.join('\n');
}
