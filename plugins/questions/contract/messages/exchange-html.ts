import type { Sentences } from './sentences.ts';

/** Sentences about what became of the HTML of another system. */
export const exchangeHtmlSentences = {
  htmlTooLarge: {
    en: 'The text is longer or more deeply nested than can be read; the rest of it is missing',
    tr: 'Metin okunabilecek olandan uzun ya da fazla iç içe; kalanı alınmadı',
    ar: 'النص أطول أو أعمق تداخلًا مما يمكن قراءته، وبقيته غير موجودة',
  },
  htmlFormatting: {
    en: 'Bold, italics and links of this text could not be kept; its words are there',
    tr: 'Bu metnin kalın, italik ve bağlantıları korunamadı; sözcükleri tam',
    ar: 'تعذّر الاحتفاظ بالغامق والمائل والروابط في هذا النص، وكلماته كاملة',
  },
  htmlActive: {
    en: 'An active part of the page ({element}) was left out',
    tr: 'Sayfanın etkin bir parçası ({element}) alınmadı',
    ar: 'حُذف جزء تفاعلي من الصفحة ({element})',
  },
  htmlDrawing: {
    en: 'A drawing inside the text was left out; add it as an image file',
    tr: 'Metnin içindeki bir çizim alınmadı; görsel dosyası olarak ekleyin',
    ar: 'حُذف رسم داخل النص؛ أضفه كملف صورة',
  },
  htmlFilm: {
    en: 'A film or embedded object ({element}) was left out',
    tr: 'Bir film ya da gömülü nesne ({element}) alınmadı',
    ar: 'حُذف فيلم أو كائن مضمَّن ({element})',
  },
  htmlMedia: {
    en: 'The file “{address}” was left out: it is not part of what was uploaded',
    tr: '“{address}” dosyası alınmadı: yüklenenlerin içinde değil',
    ar: 'حُذف الملف «{address}» لأنه ليس ضمن ما رُفع',
  },
  htmlLink: {
    en: 'The link to “{address}” was left out; its words are there',
    tr: '“{address}” bağlantısı alınmadı; sözcükleri duruyor',
    ar: 'حُذف الرابط إلى «{address}»، وكلماته باقية',
  },
  htmlUnderline: {
    en: 'Underlined words are no longer underlined',
    tr: 'Altı çizili sözcüklerin çizgisi kalktı',
    ar: 'لم تعد الكلمات المسطّر تحتها مسطّرة',
  },
  htmlSub: {
    en: 'Lowered text became a formula',
    tr: 'Alt simge formül oldu',
    ar: 'تحوّل النص المنخفض إلى صيغة',
  },
  htmlSup: {
    en: 'Raised text became a formula',
    tr: 'Üst simge formül oldu',
    ar: 'تحوّل النص المرفوع إلى صيغة',
  },
  htmlMathml: {
    en: 'A formula was translated from MathML; look at it once',
    tr: 'Bir formül MathML’den çevrildi; bir kez bakın',
    ar: 'تُرجمت صيغة من MathML؛ راجعها مرة',
  },
  htmlFormulaText: {
    en: 'A formula could not be read and stands as plain text',
    tr: 'Bir formül okunamadı ve düz metin olarak duruyor',
    ar: 'تعذّرت قراءة صيغة فبقيت نصًا عاديًا',
  },
  htmlListSigns: {
    en: 'A list with letters is numbered now',
    tr: 'Harfli bir liste şimdi numaralı',
    ar: 'صارت قائمة مرقّمة بالحروف مرقّمةً بالأعداد',
  },
  htmlTableHead: {
    en: 'A table without a header row has an empty one now',
    tr: 'Başlık satırı olmayan tabloya boş bir başlık satırı geldi',
    ar: 'أُضيف صف عناوين فارغ إلى جدول بلا صف عناوين',
  },
  htmlTableSpans: {
    en: 'Joined cells of a table are apart now',
    tr: 'Bir tablonun birleşik hücreleri ayrıldı',
    ar: 'فُصلت الخلايا المدمجة في جدول',
  },
  htmlTableCells: {
    en: 'A table cell of several paragraphs is one line now',
    tr: 'Birkaç paragraflık bir tablo hücresi tek satır oldu',
    ar: 'صارت خلية جدول متعددة الفقرات سطرًا واحدًا',
  },
  htmlTableFrame: {
    en: 'A table that could not be kept became paragraphs',
    tr: 'Korunamayan bir tablo paragraflara dönüştü',
    ar: 'تحوّل جدول تعذّر الاحتفاظ به إلى فقرات',
  },
  htmlTableText: {
    en: 'A table inside an answer became text',
    tr: 'Bir cevabın içindeki tablo metne dönüştü',
    ar: 'تحوّل جدول داخل إجابة إلى نص',
  },
} as const satisfies Sentences;
