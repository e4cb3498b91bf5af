import { LOCALES, type Locale } from '@lyceum/core/contract';
import type { QuestionType } from '../../contract/index.ts';
import { parseNumber } from '../text/numbers.ts';
import { headerKey } from './header-names.ts';

const tableOf = <Value>(entries: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> =>
  new Map(entries.flatMap(([value, words]) => words.map((word) => [headerKey(word), value] as const)));

const TYPE_WORDS = tableOf<QuestionType>([
  [
    'single-choice',
    [
      'single-choice',
      'single',
      'choice',
      'multiple choice (one answer)',
      'mc',
      'mcq',
      'tek seçmeli',
      'tek seçim',
      'çoktan seçmeli',
      'test',
      'اختيار واحد',
      'اختيار من متعدد',
    ],
  ],
  [
    'multiple-choice',
    [
      'multiple-choice',
      'multiple',
      'multiple answers',
      'multi',
      'checkbox',
      'çok seçmeli',
      'çoklu seçim',
      'اختيار متعدد',
      'عدة إجابات',
    ],
  ],
  [
    'true-false',
    ['true-false', 'true/false', 'tf', 'boolean', 'doğru-yanlış', 'doğru/yanlış', 'صح-خطأ', 'صواب وخطأ', 'صح أو خطأ'],
  ],
  ['number', ['number', 'numeric', 'numerical', 'sayı', 'sayısal', 'عدد', 'رقمي', 'عددي']],
  [
    'short-text',
    ['short-text', 'short text', 'short answer', 'text', 'kısa metin', 'kısa cevap', 'kısa yanıt', 'نص قصير', 'إجابة قصيرة'],
  ],
  [
    'blanks',
    [
      'blanks',
      'fill in the blanks',
      'fill in',
      'gaps',
      'cloze',
      'boşluk doldurma',
      'boşluklar',
      'ملء الفراغات',
      'أكمل الفراغ',
      'فراغات',
    ],
  ],
  ['matching', ['matching', 'match', 'pairs', 'eşleştirme', 'مطابقة', 'توصيل', 'مزاوجة']],
  ['ordering', ['ordering', 'order', 'sequence', 'sıralama', 'ترتيب']],
  [
    'long-text',
    ['long-text', 'long text', 'essay', 'open', 'uzun metin', 'açık uçlu', 'kompozisyon', 'نص طويل', 'مقالي', 'مقال'],
  ],
  [
    'audio-answer',
    [
      'audio-answer',
      'audio answer',
      'audio',
      'recording',
      'spoken',
      'sesli yanıt',
      'sesli cevap',
      'ses kaydı',
      'إجابة صوتية',
      'تسجيل صوتي',
    ],
  ],
]);

const BOOLEAN_WORDS = tableOf<boolean>([
  [true, ['true', 't', 'yes', 'y', '1', 'right', 'correct', 'doğru', 'd', 'evet', 'e', 'صح', 'صحيح', 'صواب', 'نعم']],
  [false, ['false', 'f', 'no', 'n', '0', 'wrong', 'incorrect', 'yanlış', 'y.', 'hayır', 'h', 'خطأ', 'خاطئ', 'غلط', 'لا']],
]);

const LANGUAGE_WORDS = tableOf<Locale>([
  ['en', ['en', 'english', 'ingilizce', 'الإنجليزية', 'en-us', 'en-gb']],
  ['tr', ['tr', 'turkish', 'türkçe', 'التركية', 'tr-tr']],
  ['ar', ['ar', 'arabic', 'arapça', 'العربية', 'ar-sa']],
]);

/** The middle of each label's range. */
const DIFFICULTY_WORDS = tableOf<number>([
  [2, ['easy', 'beginner', 'kolay', 'başlangıç', 'سهل', 'مبتدئ']],
  [5, ['medium', 'intermediate', 'orta', 'متوسط']],
  [7, ['advanced', 'ileri', 'متقدم']],
  [8, ['hard', 'difficult', 'zor', 'صعب']],
  [9, ['expert', 'uzman', 'خبير']],
]);

/** A type as people write it in a file; null when it is none. */
export const readType = (cell: string): QuestionType | null => TYPE_WORDS.get(headerKey(cell)) ?? null;

/** Yes or no in our languages; null when it is neither. */
export const readBoolean = (cell: string): boolean | null => BOOLEAN_WORDS.get(headerKey(cell)) ?? null;

/** A language by code or name; null when it is not one of the product's. */
export function readLanguage(cell: string): Locale | null {
  return LANGUAGE_WORDS.get(headerKey(cell)) ?? LOCALES.find((locale) => locale === cell) ?? null;
}

/** A difficulty as number or label; null when it is neither. */
export const readDifficulty = (cell: string): number | null => DIFFICULTY_WORDS.get(headerKey(cell)) ?? parseNumber(cell);
