import type { Sentences } from './sentences.ts';

/** Sentences about images and audio. */
export const mediaSentences = {
  audioMissing: {
    en: 'The audio “{url}” is not one of the bank’s own files',
    tr: '“{url}” sesi bankanın kendi dosyalarından değil',
    ar: 'الملف الصوتي «{url}» ليس من ملفات البنك',
  },
  audioLabelMissing: {
    en: 'An audio clip has no name that says what is heard',
    tr: 'Bir ses kaydının ne duyulduğunu söyleyen adı yok',
    ar: 'مقطع صوتي بلا اسم يبيّن ما يُسمع',
  },
} as const satisfies Sentences;
