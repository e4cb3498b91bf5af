import type { Sentences } from './sentences.ts';

/** Sentences of the rules of single types. */
export const typesSentences = {
  detailsForm: {
    en: 'Gaps, prompts or limits do not fit the type of the question',
    tr: 'Boşluklar, eşleştirilecek öğeler ya da sınırlar soru türüne uymuyor',
    ar: 'الفراغات أو عناصر المطابقة أو الحدود لا تناسب نوع السؤال',
  },
  shareRange: {
    en: 'A share lies between −100 % and 100 %; {share} does not',
    tr: 'Pay −%100 ile %100 arasında olur; {share} değil',
    ar: 'تقع الحصة بين ‎−100%‎ و‎100%‎، و{share} خارجها',
  },
  noFullShare: {
    en: 'No answer earns all points; the best one earns {percent} %',
    tr: 'Hiçbir cevap tam puan kazandırmıyor; en iyisi %{percent} kazandırıyor',
    ar: 'لا توجد إجابة تنال كل النقاط؛ أفضلها تنال {percent}%',
  },
  sharesAgainstKey: {
    en: 'The shares say something else than the options marked as right',
    tr: 'Paylar, doğru işaretlenen seçeneklerle uyuşmuyor',
    ar: 'الحصص لا تتفق مع الخيارات المعلَّمة بأنها صحيحة',
  },
  alternativeHidden: {
    en: '“{answer}” is fully right already, so its share never counts',
    tr: '“{answer}” zaten tam doğru, bu yüzden payı hiç sayılmaz',
    ar: '«{answer}» صحيحة كليًّا من قبل، فلن تُحتسب حصتها أبدًا',
  },
  gapCount: {
    en: 'The text has {count} gaps; between 1 and {max} are allowed',
    tr: 'Metinde {count} boşluk var; 1 ile {max} arasında olmalıdır',
    ar: 'في النص {count} فراغًا، والمسموح من 1 إلى {max}',
  },
  gapNotInStem: {
    en: 'Gap {gap} has no place in the text; write [[{gap}]] where it belongs',
    tr: '{gap}. boşluğun metinde yeri yok; olması gereken yere [[{gap}]] yazın',
    ar: 'ليس للفراغ {gap} مكان في النص؛ اكتب [[{gap}]] في موضعه',
  },
  gapTwice: {
    en: 'Gap {gap} stands in the text more than once',
    tr: '{gap}. boşluk metinde birden çok kez geçiyor',
    ar: 'ورد الفراغ {gap} في النص أكثر من مرة',
  },
  gapUnknown: {
    en: 'The text has a place for gap {gap}, but no such gap is described',
    tr: 'Metinde {gap}. boşluğun yeri var ama böyle bir boşluk tanımlanmamış',
    ar: 'في النص موضع للفراغ {gap} لكن لا وصف له',
  },
  gapWithoutKey: {
    en: 'Gap {gap} has no right answer',
    tr: '{gap}. boşluğun doğru cevabı yok',
    ar: 'ليس للفراغ {gap} إجابة صحيحة',
  },
  keyWithoutGap: {
    en: 'The key has an answer for gap {gap}, which does not exist',
    tr: 'Anahtarda olmayan {gap}. boşluk için cevap var',
    ar: 'في المفتاح إجابة للفراغ {gap} وهو غير موجود',
  },
  promptCount: {
    en: 'There are {count} things to match; between {min} and {max} are allowed',
    tr: 'Eşleştirilecek {count} öğe var; {min} ile {max} arasında olmalıdır',
    ar: 'عدد العناصر المطلوب مطابقتها {count}، والمسموح من {min} إلى {max}',
  },
  promptEmpty: {
    en: 'Row {number} has nothing to match',
    tr: '{number}. satırda eşleştirilecek öğe yok',
    ar: 'ليس في السطر {number} ما يُطابَق',
  },
  promptsEqual: {
    en: 'Rows {first} and {second} ask for the same thing',
    tr: '{first}. ve {second}. satırlar aynı şeyi soruyor',
    ar: 'السطران {first} و{second} يسألان عن الشيء نفسه',
  },
  pairMissing: {
    en: 'Row {number} has no answer that belongs to it',
    tr: '{number}. satıra ait bir cevap yok',
    ar: 'ليس للسطر {number} إجابة تخصه',
  },
  orderIncomplete: {
    en: 'The right order must name each option once',
    tr: 'Doğru sıra her seçeneği bir kez içermelidir',
    ar: 'يجب أن يذكر الترتيب الصحيح كل خيار مرة واحدة',
  },
  rubricEmpty: {
    en: 'The rubric needs at least one criterion',
    tr: 'Değerlendirme ölçeğinde en az bir ölçüt gerekir',
    ar: 'يلزم معيار واحد على الأقل في سلّم التقدير',
  },
  criterionTitle: {
    en: 'Criterion {number} has no title',
    tr: '{number}. ölçütün başlığı yok',
    ar: 'ليس للمعيار {number} عنوان',
  },
  criterionWeight: {
    en: 'The weight of criterion {number} must be above 0 and at most {max}',
    tr: '{number}. ölçütün ağırlığı 0’dan büyük ve en çok {max} olmalıdır',
    ar: 'يجب أن يكون وزن المعيار {number} أكبر من 0 وألا يتجاوز {max}',
  },
  wordsRange: {
    en: 'At least {min} words cannot be asked for when at most {max} are allowed',
    tr: 'En çok {max} sözcüğe izin varken en az {min} sözcük istenemez',
    ar: 'لا يمكن طلب {min} كلمة على الأقل والحد الأقصى {max}',
  },
  secondsLimit: {
    en: 'A recording lasts between {min} and {max} seconds',
    tr: 'Kayıt {min} ile {max} saniye arasında olur',
    ar: 'تتراوح مدة التسجيل بين {min} و{max} ثانية',
  },
  wordsForm: {
    en: 'A number of words is a whole number between {min} and {max}',
    tr: 'Sözcük sayısı {min} ile {max} arasında bir tam sayıdır',
    ar: 'عدد الكلمات عدد صحيح بين {min} و{max}',
  },
  examTypeUnknown: {
    en: 'There is no exam type “{examType}”',
    tr: '“{examType}” adlı bir sınav türü yok',
    ar: 'لا يوجد نوع اختبار باسم «{examType}»',
  },
  skillUnknown: {
    en: 'There is no skill “{skill}”',
    tr: '“{skill}” adlı bir beceri yok',
    ar: 'لا توجد مهارة باسم «{skill}»',
  },
  cellForm: {
    en: '“{value}” cannot be read here; write it like {example}',
    tr: '“{value}” burada okunamıyor; {example} gibi yazın',
    ar: 'تعذّرت قراءة «{value}» هنا؛ اكتبها هكذا: {example}',
  },
} as const satisfies Sentences;
