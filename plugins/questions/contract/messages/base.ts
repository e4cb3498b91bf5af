import type { Sentences } from './sentences.ts';

/** Sentences of the rules on save, import and publish. */
export const baseSentences = {
  required: {
    en: 'This field is required',
    tr: 'Bu alan zorunludur',
    ar: 'هذا الحقل مطلوب',
  },
  stemTooLong: {
    en: 'The question has {length} characters; at most {max} are allowed',
    tr: 'Soru {length} karakter; en çok {max} karakter olabilir',
    ar: 'في السؤال {length} حرفًا، والحد الأقصى {max}',
  },
  textTooLong: {
    en: 'The text has {length} characters; at most {max} are allowed',
    tr: 'Metin {length} karakter; en çok {max} karakter olabilir',
    ar: 'في النص {length} حرفًا، والحد الأقصى {max}',
  },
  optionCount: {
    en: 'There are {count} options; between {min} and {max} are allowed',
    tr: '{count} seçenek var; {min} ile {max} arasında olmalıdır',
    ar: 'عدد الخيارات {count}، والمسموح من {min} إلى {max}',
  },
  optionEmpty: {
    en: 'Option {option} is empty',
    tr: '{option} seçeneği boş',
    ar: 'الخيار {option} فارغ',
  },
  optionsEqual: {
    en: 'Options {first} and {second} are the same',
    tr: '{first} ve {second} seçenekleri aynı',
    ar: 'الخياران {first} و{second} متطابقان',
  },
  optionsNotAllowed: {
    en: 'Questions of this type have no options of their own',
    tr: 'Bu türdeki soruların kendi seçenekleri olmaz',
    ar: 'ليس للأسئلة من هذا النوع خيارات خاصة بها',
  },
  keyForm: {
    en: 'The answer key does not fit the type of the question',
    tr: 'Cevap anahtarı soru türüne uymuyor',
    ar: 'مفتاح الإجابة لا يناسب نوع السؤال',
  },
  keyMissing: {
    en: 'No right answer is given',
    tr: 'Doğru cevap belirtilmemiş',
    ar: 'لم تُحدَّد إجابة صحيحة',
  },
  keyUnknownOption: {
    en: 'The key names “{key}”, which is not one of the options',
    tr: 'Anahtar “{key}” seçeneklerden biri değil',
    ar: 'يشير المفتاح إلى «{key}» وهو ليس من الخيارات',
  },
  keyNotSingle: {
    en: 'A single choice question has exactly one right answer; {count} are given',
    tr: 'Tek seçmeli soruda tam bir doğru cevap olur; {count} verilmiş',
    ar: 'لسؤال الاختيار الواحد إجابة صحيحة واحدة فقط، والمعطى {count}',
  },
  keyNotNumber: {
    en: '“{key}” is not a number',
    tr: '“{key}” bir sayı değil',
    ar: '«{key}» ليس عددًا',
  },
  numberForm: {
    en: '“{value}” is not a number',
    tr: '“{value}” bir sayı değil',
    ar: '«{value}» ليس عددًا',
  },
  toleranceNegative: {
    en: 'The tolerance cannot be negative',
    tr: 'Tolerans negatif olamaz',
    ar: 'لا يمكن أن يكون هامش الخطأ سالبًا',
  },
  acceptedEmpty: {
    en: 'At least one accepted answer is needed, and none may be empty',
    tr: 'En az bir kabul edilen cevap gerekir ve hiçbiri boş olamaz',
    ar: 'تلزم إجابة مقبولة واحدة على الأقل، ولا يجوز أن تكون أي منها فارغة',
  },
  pointsRange: {
    en: 'Points must be between {min} and {max}',
    tr: 'Puan {min} ile {max} arasında olmalıdır',
    ar: 'يجب أن تكون النقاط بين {min} و{max}',
  },
  difficultyRange: {
    en: 'Difficulty must be a whole number between {min} and {max}',
    tr: 'Zorluk {min} ile {max} arasında bir tam sayı olmalıdır',
    ar: 'يجب أن تكون الصعوبة عددًا صحيحًا بين {min} و{max}',
  },
  topicUnknown: {
    en: 'There is no topic “{topic}”',
    tr: '“{topic}” adlı bir konu yok',
    ar: 'لا يوجد موضوع باسم «{topic}»',
  },
  topicAmbiguous: {
    en: 'Several topics are called “{topic}”; give the whole path',
    tr: 'Birden çok konu “{topic}” adını taşıyor; tam yolu yazın',
    ar: 'يوجد أكثر من موضوع باسم «{topic}»، فاكتب المسار كاملًا',
  },
  topicTooDeep: {
    en: 'The topic “{topic}” would be deeper than three levels',
    tr: '“{topic}” konusu üç düzeyden derin olurdu',
    ar: 'سيكون الموضوع «{topic}» أعمق من ثلاثة مستويات',
  },
  typeUnknown: {
    en: '“{type}” is not a type of question',
    tr: '“{type}” bir soru türü değil',
    ar: '«{type}» ليس نوعًا من أنواع الأسئلة',
  },
  languageUnknown: {
    en: '“{language}” is not one of the languages',
    tr: '“{language}” dillerden biri değil',
    ar: '«{language}» ليست من اللغات المتاحة',
  },
  formulaBroken: {
    en: 'A formula cannot be read near position {position}: {message}',
    tr: '{position} konumu civarında bir formül okunamadı: {message}',
    ar: 'تعذّرت قراءة صيغة قرب الموضع {position}: {message}',
  },
  mediaMissing: {
    en: 'The file “{name}” is not in the ZIP with media',
    tr: '“{name}” dosyası medya ZIP’inde yok',
    ar: 'الملف «{name}» غير موجود في ملف ZIP للوسائط',
  },
  mediaRefused: {
    en: 'The image “{name}” was refused: {reason}',
    tr: '“{name}” görseli kabul edilmedi: {reason}',
    ar: 'رُفضت الصورة «{name}»: {reason}',
  },
  mediaUnreachable: {
    en: 'The image “{url}” is not one of the platform’s own files',
    tr: '“{url}” görseli platformun kendi dosyalarından değil',
    ar: 'الصورة «{url}» ليست من ملفات المنصة',
  },
  altMissing: {
    en: 'An image has no alternative text',
    tr: 'Bir görselin alternatif metni yok',
    ar: 'لا يوجد نص بديل لإحدى الصور',
  },
  altFixed: {
    en: 'The image got the alternative text “{alt}”; describe what it shows',
    tr: 'Görsele “{alt}” alternatif metni verildi; ne gösterdiğini yazın',
    ar: 'أُعطيت الصورة النص البديل «{alt}»؛ صِف ما تُظهره',
  },
  codeForm: {
    en: 'The code has {length} characters; at most {max} are allowed',
    tr: 'Kod {length} karakter; en çok {max} karakter olabilir',
    ar: 'في الرمز {length} حرفًا، والحد الأقصى {max}',
  },
  translationLanguage: {
    en: 'The question is a translation; its language stays “{language}”',
    tr: 'Soru bir çeviridir; dili “{language}” olarak kalır',
    ar: 'السؤال ترجمة؛ وتبقى لغته «{language}»',
  },
  codeTaken: {
    en: 'Another question has the code “{code}”',
    tr: '“{code}” kodunu başka bir soru taşıyor',
    ar: 'يوجد سؤال آخر بالرمز «{code}»',
  },
  codeTwice: {
    en: 'The code “{code}” stands in this file more than once; first in row {row}',
    tr: '“{code}” kodu bu dosyada birden çok kez var; ilki {row}. satırda',
    ar: 'ورد الرمز «{code}» في الملف أكثر من مرة، أولها في الصف {row}',
  },
  sameQuestion: {
    en: 'The same question stands in this file already, in row {row}',
    tr: 'Aynı soru bu dosyada zaten var: {row}. satır',
    ar: 'السؤال نفسه موجود في هذا الملف من قبل، في الصف {row}',
  },
  codeUnknown: {
    en: 'No question has the code “{code}”, and this import only updates',
    tr: '“{code}” kodlu bir soru yok ve bu içe aktarma yalnızca günceller',
    ar: 'لا يوجد سؤال بالرمز «{code}»، وهذا الاستيراد للتحديث فقط',
  },
  columnCount: {
    en: 'The row has {count} cells where the header has {expected}; is a quotation mark or a delimiter missing?',
    tr: 'Satırda {count} hücre var, başlıkta {expected}; tırnak ya da ayraç eksik olabilir',
    ar: 'في الصف {count} خلية وفي صف العناوين {expected}؛ هل تنقص علامة اقتباس أو فاصل؟',
  },
  optionGap: {
    en: 'Option {option} is empty while a later one is filled',
    tr: '{option} seçeneği boş ama sonraki dolu',
    ar: 'الخيار {option} فارغ بينما الذي بعده ممتلئ',
  },
  secondsRange: {
    en: 'Estimated seconds must be a whole number between {min} and {max}',
    tr: 'Tahmini saniye {min} ile {max} arasında bir tam sayı olmalıdır',
    ar: 'يجب أن تكون الثواني المقدّرة عددًا صحيحًا بين {min} و{max}',
  },
  booleanForm: {
    en: '“{value}” is neither yes nor no',
    tr: '“{value}” ne evet ne hayır',
    ar: '«{value}» ليست نعم ولا لا',
  },
  tooMany: {
    en: 'There are {count} entries; at most {max} are allowed',
    tr: '{count} öğe var; en çok {max} olabilir',
    ar: 'عدد العناصر {count}، والحد الأقصى {max}',
  },
  cellError: {
    en: 'The cell holds the error {value}',
    tr: 'Hücrede {value} hatası var',
    ar: 'في الخلية الخطأ {value}',
  },
  unchanged: {
    en: 'The same question is in the bank already',
    tr: 'Aynı soru bankada zaten var',
    ar: 'السؤال نفسه موجود في البنك من قبل',
  },
  writtenBefore: {
    en: 'An earlier run of this import wrote this row',
    tr: 'Bu satırı bu içe aktarmanın önceki bir çalışması yazdı',
    ar: 'كُتب هذا الصف في تشغيل سابق لهذا الاستيراد',
  },
  warningNotAccepted: {
    en: 'The row has a warning, and this import does not accept warnings',
    tr: 'Satırda uyarı var ve bu içe aktarma uyarıları kabul etmiyor',
    ar: 'في الصف تحذير، وهذا الاستيراد لا يقبل التحذيرات',
  },
} as const satisfies Sentences;
