import type { Locale } from '@lyceum/core/contract';
import type { ReportOutcome } from '../../../contract/index.ts';

type Facts = { readonly question: string; readonly outcome: ReportOutcome; readonly answer: string | null };

const TEXTS: Record<Locale, { subject: string; thanks: string; outcomes: Record<ReportOutcome, string>; question: string }> = {
  en: {
    subject: 'What became of the problem you reported',
    thanks: 'Thank you for telling us about this question:',
    outcomes: {
      corrected: 'The question was corrected.',
      unchanged: 'We looked at it and left the question as it is.',
      duplicate: 'Others reported the same; it is being taken care of.',
    },
    question: 'Question',
  },
  tr: {
    subject: 'Bildirdiğiniz sorun hakkında',
    thanks: 'Bu soruyu bize bildirdiğiniz için teşekkürler:',
    outcomes: {
      corrected: 'Soru düzeltildi.',
      unchanged: 'İnceledik ve soruyu olduğu gibi bıraktık.',
      duplicate: 'Aynısını başkaları da bildirdi; ilgileniliyor.',
    },
    question: 'Soru',
  },
  ar: {
    subject: 'ما آل إليه البلاغ الذي أرسلته',
    thanks: 'شكرًا لإبلاغنا عن هذا السؤال:',
    outcomes: {
      corrected: 'صُحّح السؤال.',
      unchanged: 'نظرنا فيه وأبقينا السؤال كما هو.',
      duplicate: 'أبلغ آخرون عن الأمر نفسه، ونحن نتابعه.',
    },
    question: 'السؤال',
  },
};

/** The mail to a learner whose report was closed. */
export function closedMail({ question, outcome, answer }: Facts, language: Locale): { subject: string; text: string } {
  const texts = TEXTS[language];
  const parts = [texts.thanks, `${texts.question}: ${question}`, texts.outcomes[outcome], ...(answer ? [answer] : [])];
  return { subject: texts.subject, text: `${parts.join('\n\n')}\n` };
}
