import type { MappingField } from '../../contract/index.ts';

/** A header in the form names are compared in: lower case, without marks, spaces and signs. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60);
}

/** Names people give to columns, in English, Turkish and Arabic. Earlier ones win when several columns match. */
const NAMES: Readonly<Record<MappingField, readonly string[]>> = {
  code: [
    'code',
    'question code',
    'id',
    'question id',
    'no',
    'number',
    'kod',
    'soru kodu',
    'soru no',
    'numara',
    'الرمز',
    'رمز السؤال',
    'رقم السؤال',
    'الرقم',
  ],
  type: ['type', 'question type', 'kind', 'tür', 'soru türü', 'tip', 'soru tipi', 'النوع', 'نوع السؤال'],
  stem: ['stem', 'question', 'question text', 'text', 'soru', 'soru metni', 'soru kökü', 'metin', 'السؤال', 'نص السؤال', 'المتن'],
  key: [
    'key',
    'answer key',
    'correct letter',
    'correct answer',
    'correct',
    'answer',
    'right answer',
    'solution key',
    'correct option',
    'cevap',
    'doğru cevap',
    'doğru',
    'yanıt',
    'doğru yanıt',
    'cevap anahtarı',
    'doğru seçenek',
    'anahtar',
    'الإجابة',
    'الإجابة الصحيحة',
    'الجواب',
    'الجواب الصحيح',
    'المفتاح',
    'مفتاح الإجابة',
    'الصحيح',
  ],
  topic: [
    'topic',
    'topic path',
    'category',
    'subject',
    'group',
    'chapter',
    'unit name',
    'konu',
    'kategori',
    'ders',
    'ünite',
    'bölüm',
    'grup',
    'الموضوع',
    'الفئة',
    'المادة',
    'الوحدة',
    'التصنيف',
  ],
  difficulty: ['difficulty', 'level', 'zorluk', 'zorluk derecesi', 'seviye', 'الصعوبة', 'مستوى الصعوبة', 'المستوى'],
  language: ['language', 'lang', 'locale', 'dil', 'اللغة'],
  tolerance: ['tolerance', 'margin', 'tolerans', 'hata payı', 'هامش الخطأ', 'التفاوت'],
  unit: ['unit', 'birim', 'وحدة القياس'],
  caseSensitive: ['case sensitive', 'case', 'büyük küçük harf', 'büyük küçük harf duyarlı', 'حساسية الأحرف'],
  explanation: ['explanation', 'feedback', 'rationale', 'açıklama', 'الشرح', 'التفسير', 'التوضيح'],
  solution: ['solution', 'worked solution', 'steps', 'çözüm', 'الحل', 'خطوات الحل'],
  hints: ['hints', 'hint', 'ipucu', 'ipuçları', 'تلميح', 'تلميحات'],
  points: ['points', 'score', 'marks', 'weight', 'puan', 'not', 'النقاط', 'الدرجة', 'الدرجات'],
  tags: ['tags', 'tag', 'keywords', 'labels', 'etiket', 'etiketler', 'الوسوم', 'وسوم', 'الكلمات المفتاحية'],
  estimatedSec: [
    'estimated seconds',
    'estimated sec',
    'seconds',
    'time',
    'time sec',
    'süre',
    'tahmini süre',
    'saniye',
    'الثواني',
    'الزمن',
    'الوقت',
  ],
  source: ['source', 'reference', 'references', 'refs', 'ref', 'kaynak', 'المصدر', 'المرجع', 'المراجع'],
  licence: ['licence', 'license', 'lisans', 'الترخيص', 'الرخصة'],
  figure: ['figure', 'image', 'picture', 'media', 'file', 'şekil', 'görsel', 'resim', 'الشكل', 'الصورة', 'الملف'],
  figureAlt: [
    'figure alt',
    'alt',
    'alt text',
    'alternative text',
    'image description',
    'figure text',
    'alternatif metin',
    'görsel açıklaması',
    'النص البديل',
    'وصف الصورة',
  ],
  title: ['title', 'name', 'question name', 'başlık', 'ad', 'soru adı', 'العنوان', 'عنوان السؤال', 'اسم السؤال'],
  furtherTopics: [
    'further topics',
    'other topics',
    'more topics',
    'diğer konular',
    'ek konular',
    'مواضيع أخرى',
    'الموضوعات الأخرى',
  ],
  examTypes: [
    'exam types',
    'exam type',
    'exam',
    'sınav türleri',
    'sınav türü',
    'sınav',
    'أنواع الاختبار',
    'نوع الاختبار',
    'الاختبار',
  ],
  skill: ['skill', 'skills', 'competence', 'beceri', 'kazanım', 'المهارة', 'الكفاية'],
  shares: ['shares', 'share', 'partial points', 'paylar', 'kısmi puan', 'الحصص', 'النقاط الجزئية'],
  alternatives: [
    'alternatives',
    'other answers',
    'alternatifler',
    'diğer cevaplar',
    'diğer yanıtlar',
    'إجابات أخرى',
    'بدائل الإجابة',
  ],
  pinned: ['pinned', 'fixed options', 'sabit seçenekler', 'sabit', 'الخيارات الثابتة', 'ثابت'],
  optionOrder: ['option order', 'order of options', 'seçenek sırası', 'ترتيب الخيارات'],
  minWords: [
    'min words',
    'minimum words',
    'fewest words',
    'en az sözcük',
    'en az kelime',
    'أقل عدد كلمات',
    'الحد الأدنى للكلمات',
  ],
  maxWords: [
    'max words',
    'maximum words',
    'most words',
    'en çok sözcük',
    'en çok kelime',
    'أكثر عدد كلمات',
    'الحد الأقصى للكلمات',
  ],
  maxSec: ['max sec', 'max seconds', 'recording seconds', 'kayıt süresi', 'en uzun kayıt', 'مدة التسجيل', 'أقصى مدة للتسجيل'],
  modelAnswer: ['model answer', 'sample answer', 'örnek cevap', 'örnek yanıt', 'الإجابة النموذجية', 'إجابة نموذجية'],
  irt: ['irt', 'item parameters', 'madde parametreleri', 'معالم الفقرة'],
};

const NAME_KEYS = Object.entries(NAMES).map(([field, names]) => [field as MappingField, names.map(headerKey)] as const);

/** Columns whose header names a field, best match first. */
export function columnsFor(field: MappingField, headers: readonly string[]): string[] {
  const names = NAME_KEYS.find(([name]) => name === field)?.[1] ?? [];
  const keyed = headers.map((header) => ({ header, rank: names.indexOf(headerKey(header)) }));
  return keyed
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ header }) => header);
}

const OPTION_WORDS = [
  '',
  'option',
  'choice',
  'answer',
  'opt',
  'distractor',
  'secenek',
  'sik',
  'cevap',
  'yanit',
  'الخيار',
  'خيار',
  'البديل',
  'الاختيار',
].map(headerKey);
const LETTERS = [...'abcdefghij'];
const ARABIC_LETTERS = ['ا', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ي'];

const FEEDBACK_WORDS = ['feedback', 'option feedback', 'geri bildirim', 'dönüt', 'التغذية الراجعة', 'ملاحظة الخيار'].map(
  headerKey,
);

/** The place a header stands for among the options, 0 for `A`, `Option 1`, `Seçenek A`, `الخيار أ`; -1 for any other header. */
function optionPlace(header: string, words: readonly string[]): number {
  const key = headerKey(header);
  for (const word of words) {
    const rest = word !== '' && key.startsWith(word) ? key.slice(word.length) : word === '' ? key : null;
    if (rest === null || rest === '') continue;
    const place = [
      LETTERS.indexOf(rest),
      ARABIC_LETTERS.indexOf(rest),
      word !== '' && /^(?:[1-9]|10)$/.test(rest) ? Number(rest) - 1 : -1,
    ];
    const found = Math.max(...place);
    if (found >= 0) return found;
  }
  return -1;
}

function placedColumns(headers: readonly string[], words: readonly string[]): string[] {
  const byPlace = new Map<number, string>();
  for (const header of headers) {
    const place = optionPlace(header, words);
    if (place >= 0 && !byPlace.has(place)) byPlace.set(place, header);
  }
  const columns: string[] = [];
  for (let place = 0; byPlace.has(place); place += 1) columns.push(byPlace.get(place) ?? '');
  return columns.length >= 2 ? columns : [];
}

/** The columns of the options in their order; empty unless there are at least the first two. */
export const optionColumns = (headers: readonly string[]): string[] => placedColumns(headers, OPTION_WORDS);

/** The columns of the feedback to each option, such as `feedback_a`, in their order. */
export const feedbackColumns = (headers: readonly string[]): string[] => placedColumns(headers, FEEDBACK_WORDS);
