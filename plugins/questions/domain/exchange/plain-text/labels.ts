/** What a labelled line of pasted text holds. */
export type LabelField =
  | 'answer'
  | 'explanation'
  | 'solution'
  | 'hint'
  | 'points'
  | 'difficulty'
  | 'topic'
  | 'tags'
  | 'code'
  | 'source'
  | 'type';

/** Words before a colon in our languages, and the names of columns in our own files. */
const WORDS: Readonly<Record<LabelField, readonly string[]>> = {
  answer: [
    'answer',
    'answers',
    'ans',
    'correct answer',
    'correct answers',
    'right answer',
    'correct',
    'key',
    'answer key',
    'cevap',
    'cevaplar',
    'doğru cevap',
    'doğru cevaplar',
    'yanıt',
    'doğru yanıt',
    'doğru seçenek',
    'doğru şık',
    'anahtar',
    'cevap anahtarı',
    'الإجابة',
    'الاجابة',
    'الإجابات',
    'الجواب',
    'الإجابة الصحيحة',
    'الاجابة الصحيحة',
    'الجواب الصحيح',
    'الخيار الصحيح',
    'المفتاح',
    'مفتاح الإجابة',
    'مفتاح الإجابات',
  ],
  explanation: [
    'explanation',
    'rationale',
    'reason',
    'feedback',
    'why',
    'açıklama',
    'gerekçe',
    'الشرح',
    'شرح',
    'التفسير',
    'التعليل',
    'السبب',
  ],
  solution: ['solution', 'worked solution', 'çözüm', 'الحل'],
  hint: ['hint', 'hints', 'ipucu', 'تلميح'],
  points: ['points', 'point', 'marks', 'mark', 'score', 'puan', 'النقاط', 'نقاط', 'الدرجة', 'الدرجات'],
  difficulty: ['difficulty', 'level', 'zorluk', 'seviye', 'الصعوبة', 'المستوى'],
  topic: ['topic', 'subject', 'konu', 'الموضوع'],
  tags: ['tags', 'tag', 'keywords', 'etiket', 'etiketler', 'الوسوم', 'وسوم'],
  code: ['code', 'id', 'kod', 'الرمز'],
  source: ['source', 'reference', 'kaynak', 'المصدر'],
  type: ['type', 'tür', 'tip', 'النوع'],
};

const key = (text: string): string =>
  text
    .replace(/[\u0640\u064B-\u0652*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('tr')
    .replaceAll('ı', 'i');
const FIELDS = new Map(
  Object.entries(WORDS).flatMap(([field, words]) => words.map((word) => [key(word), field as LabelField] as const)),
);

export type LabelLine = { readonly field: LabelField; readonly text: string };

/** A line such as `Answer: B`, `**Cevap** - B` or `الإجابة: ب`; null for any other. */
export function labelLine(line: string): LabelLine | null {
  const found = /^([^:：=]{1,40})[:：=]\s*(.*)$/.exec(line) ?? /^([^:：=–—-]{1,30}?)\s+[–—-]\s+(.*)$/.exec(line);
  const field = found ? FIELDS.get(key(found[1] ?? '')) : undefined;
  // Bold words keep their stars on both sides of the colon.
  return field === undefined ? null : { field, text: (found?.[2] ?? '').replace(/^\*{1,2}\s*/, '').trim() };
}
