import { z } from 'zod';
import { address } from './fields.ts';
import { defineSection } from './section.ts';

export const mailSection = defineSection({
  name: 'mail',
  title: 'Mail',
  schema: z.object({
    SMTP_URL: address(['smtp', 'smtps'], 'smtps://user:password@smtp.example.org:465')
      .optional()
      .describe('Server that sends mail; without it every message stays in the mail tray of the admin.'),
    MAIL_FROM: z
      .string()
      .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, {
        error: 'must be a mail address, with or without a name, such as Lyceum <hello@example.org>',
      })
      .default('Lyceum <lyceum@localhost.test>')
      .describe('Sender of every message.'),
  }),
  shape: (values) => ({ smtpUrl: values.SMTP_URL ?? null, from: values.MAIL_FROM }),
});
