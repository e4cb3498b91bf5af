import { LOCALES, type Locale } from '@lyceum/core/contract';
import { publicUrl, sendMail, type Tx } from '@lyceum/core/server';
import type { Attempt } from '../records/attempt.ts';
import { addressOf } from '../records/mark.ts';
import type { CompiledForm } from './forms.ts';

type Words = { subject: (exam: string) => string; text: (exam: string, href: string) => string };

const WORDS: Record<Locale, Words> = {
  en: {
    subject: (exam) => `Your result is complete: ${exam}`,
    text: (exam, href) => `All your answers in “${exam}” have been marked. Your result is complete now.\n\nSee it: ${href}\n`,
  },
  tr: {
    subject: (exam) => `Sonucunuz tamamlandı: ${exam}`,
    text: (exam, href) =>
      `“${exam}” sınavındaki tüm yanıtlarınız değerlendirildi. Sonucunuz artık tamam.\n\nGörüntüleyin: ${href}\n`,
  },
  ar: {
    subject: (exam) => `اكتملت نتيجتك: ${exam}`,
    text: (exam, href) => `صُحّحت كل إجاباتك في «${exam}»، وأصبحت نتيجتك كاملة.\n\nاطّلع عليها: ${href}\n`,
  },
};

const localeOf = (language: string | null): Locale => LOCALES.find((locale) => locale === language) ?? 'en';

/** Tells the learner that everything is marked: one mail an attempt, however often marks are changed. The score is not in it. */
export async function mailMarked(tx: Tx, attempt: Attempt, form: CompiledForm): Promise<void> {
  const person = await addressOf(tx, attempt.learnerId);
  if (!person) return;
  const language = localeOf(person.language);
  const { title } = form.definition;
  await sendMail(tx, {
    to: person.email,
    userId: attempt.learnerId,
    subject: WORDS[language].subject(title),
    text: WORDS[language].text(title, `${publicUrl()}${language === 'en' ? '' : `/${language}`}/attempts/${attempt.id}/result`),
    dedupeKey: `exams.marked:${attempt.id}`,
  });
}
