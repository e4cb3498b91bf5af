import type { Locale } from '@lyceum/core/contract';

type Facts = { readonly code: string; readonly note: string; readonly href: string };

const TEXTS: Record<Locale, { subject: (code: string) => string; body: (facts: Facts) => string[] }> = {
  en: {
    subject: (code) => `Question ${code} was returned to you`,
    body: ({ note, href }) => ['A reviewer returned your question with this note:', note, `Open it: ${href}`],
  },
  tr: {
    subject: (code) => `${code} sorusu size geri gönderildi`,
    body: ({ note, href }) => ['Bir gözden geçiren, sorunuzu şu notla geri gönderdi:', note, `Açın: ${href}`],
  },
  ar: {
    subject: (code) => `أُعيد إليك السؤال ${code}`,
    body: ({ note, href }) => ['أعاد أحد المراجعين سؤالك مع هذه الملاحظة:', note, `افتحه: ${href}`],
  },
};

/** The mail to the author of a question that was returned. */
export const returnedMail = (facts: Facts, language: Locale): { subject: string; text: string } => ({
  subject: TEXTS[language].subject(facts.code),
  text: `${TEXTS[language].body(facts).join('\n\n')}\n`,
});
