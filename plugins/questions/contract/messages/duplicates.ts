import type { Sentences } from './sentences.ts';

/** Sentences about questions that are in the bank already. */
export const duplicatesSentences = {
  exactDuplicate: {
    en: 'The same question is in the bank already, as {code}',
    tr: 'Aynı soru bankada {code} koduyla zaten var',
    ar: 'السؤال نفسه موجود في البنك من قبل بالرمز {code}',
  },
  similarQuestion: {
    en: '{percent} % like the question {code}; compare the two before you go on',
    tr: '{code} kodlu soruya %{percent} oranında benziyor; devam etmeden önce ikisini karşılaştırın',
    ar: 'يشبه السؤال {code} بنسبة {percent}٪؛ قارن بينهما قبل المتابعة',
  },
} as const satisfies Sentences;
