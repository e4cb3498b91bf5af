import type { Sentences } from './sentences.ts';

/** Sentences of rules that staff switch on. */
export const customRulesSentences = {
  tagRequired: {
    en: 'The tag “{tag}” is missing',
    tr: '“{tag}” etiketi eksik',
    ar: 'الوسم «{tag}» ناقص',
  },
  lengthLimited: {
    en: 'The text has {length} characters; your rules allow {max}',
    tr: 'Metin {length} karakter; kurallarınız {max} karaktere izin veriyor',
    ar: 'في النص {length} حرفًا، وقواعدكم تسمح بـ {max}',
  },
  phraseForbidden: {
    en: 'Your rules do not allow “{phrase}”',
    tr: 'Kurallarınız “{phrase}” ifadesine izin vermiyor',
    ar: 'قواعدكم لا تسمح بعبارة «{phrase}»',
  },
} as const satisfies Sentences;
