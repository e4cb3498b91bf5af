import type { Locale } from '@lyceum/core/contract';
import type { BulkFailure, BulkReason } from './bulk.ts';

/** Why an action left a question out, in the words of the report; `{name}` is replaced by the value of the reason. */
export const BULK_SENTENCES: Record<BulkReason, Record<Locale, string>> = {
  readOnly: {
    en: 'It is shared by somebody else. Copy it to change it.',
    tr: 'Başkası tarafından paylaşılmış. Değiştirmek için kopyalayın.',
    ar: 'شاركه شخص آخر. انسخه لتتمكن من تغييره.',
  },
  gone: { en: 'It is no longer there.', tr: 'Artık yok.', ar: 'لم يعد موجوداً.' },
  inUse: {
    en: 'It is used in {exams}. Archive it instead.',
    tr: 'Şuralarda kullanılıyor: {exams}. Bunun yerine arşivleyin.',
    ar: 'مستخدم في {exams}. أرشفه بدلاً من ذلك.',
  },
  rules: { en: 'It breaks a rule.', tr: 'Bir kurala uymuyor.', ar: 'يخالف إحدى القواعد.' },
  warnings: {
    en: 'It has warnings that were not accepted.',
    tr: 'Kabul edilmemiş uyarıları var.',
    ar: 'عليه تحذيرات لم تُقبل.',
  },
  tooMany: {
    en: 'It would have more than {limit}.',
    tr: '{limit} sınırını aşardı.',
    ar: 'سيتجاوز الحد {limit}.',
  },
  state: {
    en: 'This cannot be done from its state.',
    tr: 'Bulunduğu durumda bu yapılamaz.',
    ar: 'لا يمكن ذلك من حالته الحالية.',
  },
  changedSince: {
    en: 'Somebody changed it since.',
    tr: 'O zamandan beri biri değiştirdi.',
    ar: 'غيّره أحدهم منذ ذلك الحين.',
  },
  codeTaken: {
    en: 'Another question has its code by now.',
    tr: 'Kodu artık başka bir soruda.',
    ar: 'أصبح رمزه لسؤال آخر.',
  },
  needsReason: {
    en: 'It is used and gets another right answer. Write a note that says why.',
    tr: 'Kullanılıyor ve doğru yanıtı değişiyor. Nedenini bir notla yazın.',
    ar: 'إنه مستخدم وتتغير إجابته الصحيحة. اكتب ملاحظة تبيّن السبب.',
  },
};

/** The sentence of a reason in a language. */
export const bulkReasonSentence = ({ reason, params }: Pick<BulkFailure, 'reason' | 'params'>, locale: Locale = 'en'): string =>
  BULK_SENTENCES[reason][locale].replace(/\{([a-z]{1,20})\}/g, (whole, name: string) => params[name] ?? whole);
