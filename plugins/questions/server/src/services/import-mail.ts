import type { Locale } from '@lyceum/core/contract';

type Facts = {
  state: 'finished' | 'failed' | 'cancelled';
  fileName: string;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
  href: string;
};

const SUBJECTS: Record<Locale, Record<Facts['state'], string>> = {
  en: { finished: 'Your import is finished', failed: 'Your import did not finish', cancelled: 'Your import was cancelled' },
  tr: { finished: 'İçe aktarmanız tamamlandı', failed: 'İçe aktarmanız tamamlanamadı', cancelled: 'İçe aktarmanız iptal edildi' },
  ar: { finished: 'اكتمل الاستيراد', failed: 'لم يكتمل الاستيراد', cancelled: 'أُلغي الاستيراد' },
};

const BODIES: Record<Locale, (facts: Facts) => string[]> = {
  en: ({ fileName, created, updated, skipped, failed, href }) => [
    `File: ${fileName}`,
    `Created: ${created}. Updated: ${updated}. Skipped: ${skipped}. Failed: ${failed}.`,
    `See the report: ${href}`,
  ],
  tr: ({ fileName, created, updated, skipped, failed, href }) => [
    `Dosya: ${fileName}`,
    `Oluşturulan: ${created}. Güncellenen: ${updated}. Atlanan: ${skipped}. Başarısız: ${failed}.`,
    `Raporu görün: ${href}`,
  ],
  ar: ({ fileName, created, updated, skipped, failed, href }) => [
    `الملف: ${fileName}`,
    `أُنشئ: ${created}. حُدّث: ${updated}. تُخطّي: ${skipped}. فشل: ${failed}.`,
    `اطّلع على التقرير: ${href}`,
  ],
};

/** The mail at the end of an import, in the language of the person who started it. */
export const importMail = (facts: Facts, language: Locale): { subject: string; text: string } => ({
  subject: `${SUBJECTS[language][facts.state]}: ${facts.fileName}`,
  text: `${SUBJECTS[language][facts.state]}\n\n${BODIES[language](facts).join('\n\n')}\n`,
});
