import type { Sentences } from './sentences.ts';

/** Sentences about what a file of another system could not carry over, or how. */
export const exchangeSentences = {
  fieldLeftOut: {
    en: 'The format has no place for this field',
    tr: 'Biçimde bu alan için yer yok',
    ar: 'لا مكان لهذا الحقل في هذه الصيغة',
  },
  typeLeftOut: {
    en: 'The format has nothing for questions of the type “{type}”',
    tr: 'Biçimde “{type}” türündeki sorular için bir karşılık yok',
    ar: 'ليس في هذه الصيغة ما يقابل الأسئلة من النوع «{type}»',
  },
  typeApproximated: {
    en: 'The format has no such type; it is written as “{as}”',
    tr: 'Biçimde böyle bir tür yok; “{as}” olarak yazıldı',
    ar: 'لا يوجد هذا النوع في الصيغة، فكُتب على أنه «{as}»',
  },
  kindLeftOut: {
    en: 'An entry of the kind “{kind}” is no question the bank has a type for',
    tr: '“{kind}” türünden bir öğe, bankada türü olan bir soru değil',
    ar: 'العنصر من النوع «{kind}» ليس سؤالًا له نوع في البنك',
  },
  partLeftOut: {
    en: '“{part}” has no place in the bank',
    tr: '“{part}” için bankada yer yok',
    ar: 'لا مكان في البنك للجزء «{part}»',
  },
  feedbackLeftOut: {
    en: 'Feedback was left out: {text}',
    tr: 'Geri bildirim alınmadı: {text}',
    ar: 'تُركت ملاحظة: {text}',
  },
  sharesLeftOut: {
    en: 'Parts of the points for single answers have no place here',
    tr: 'Tek tek cevapların puan payları için burada yer yok',
    ar: 'لا مكان هنا لحصص النقاط الخاصة بكل إجابة',
  },
  patternLeftOut: {
    en: 'The answer “{text}” with the sign * stands for many texts; the bank compares whole answers only',
    tr: '* imli “{text}” cevabı birçok metin yerine geçer; banka yalnızca tam cevapları karşılaştırır',
    ar: 'الإجابة «{text}» مع العلامة * تعني نصوصًا كثيرة، والبنك يقارن الإجابات الكاملة فقط',
  },
  pinnedLeftOut: {
    en: 'The fixed place of single options is not kept',
    tr: 'Tek seçeneklerin sabit yeri korunmaz',
    ar: 'لا يُحفظ الموضع الثابت لخيارات بعينها',
  },
  caseLeftOut: {
    en: 'Upper and lower case do not count in this format',
    tr: 'Bu biçimde büyük ve küçük harf ayrımı yapılmaz',
    ar: 'لا تُفرَّق الأحرف الكبيرة والصغيرة في هذه الصيغة',
  },
  mediaByAddress: {
    en: 'Images and audio stand in the file by their address only',
    tr: 'Görseller ve sesler dosyada yalnızca adresleriyle yer alır',
    ar: 'تَرِد الصور والمقاطع الصوتية في الملف بعناوينها فقط',
  },
  mediaNotInFile: {
    en: 'The file “{name}” is named but not in the file',
    tr: '“{name}” dosyasının adı geçiyor ama dosyanın içinde yok',
    ar: 'الملف «{name}» مذكور لكنه غير موجود داخل الملف',
  },
  arrowReplaced: {
    en: 'The sign -> separates the halves of a pair and was written as an arrow',
    tr: '-> imi eşleşmenin iki yarısını ayırır; ok olarak yazıldı',
    ar: 'العلامة -> تفصل بين نصفي الزوج، فكُتبت سهمًا',
  },
  giftFeedbackOrder: {
    en: 'The feedback written first was taken for “true”; Moodle itself writes that for the wrong answer first',
    tr: 'İlk yazılan geri bildirim “doğru” için alındı; Moodle ise önce yanlış cevabınkini yazar',
    ar: 'أُخذت الملاحظة المكتوبة أولًا على أنها لإجابة «صح»، بينما يكتب Moodle ملاحظة الإجابة الخاطئة أولًا',
  },
  giftUnclosed: {
    en: 'The answers begin with { and no } ends them',
    tr: 'Cevaplar { ile başlıyor ama } ile bitmiyor',
    ar: 'تبدأ الإجابات بالقوس { ولا ينهيها القوس }',
  },
  giftBrace: {
    en: 'There is a { inside the answers; a brace that belongs to the text is written as \\{',
    tr: 'Cevapların içinde { var; metne ait ayraç \\{ diye yazılır',
    ar: 'يوجد { داخل الإجابات؛ القوس الذي هو جزء من النص يُكتب \\{',
  },
  giftAnswers: {
    en: 'The answers cannot be read near “{text}”',
    tr: '“{text}” civarındaki cevaplar okunamadı',
    ar: 'تعذّرت قراءة الإجابات قرب «{text}»',
  },
  aikenLine: {
    en: 'Line {line} is neither an option nor ANSWER: “{text}”',
    tr: '{line}. satır ne seçenek ne ANSWER: “{text}”',
    ar: 'السطر {line} ليس خيارًا ولا ANSWER: «{text}»',
  },
  aikenOrder: {
    en: 'Line {line}: the letters of the options run A, B, C without a gap: “{text}”',
    tr: '{line}. satır: seçenek harfleri boşluksuz A, B, C diye gider: “{text}”',
    ar: 'السطر {line}: حروف الخيارات تتوالى A وB وC دون انقطاع: «{text}»',
  },
  aikenNoAnswer: {
    en: 'No ANSWER: follows line {line}',
    tr: '{line}. satırdan sonra ANSWER: yok',
    ar: 'لا يوجد ANSWER: بعد السطر {line}',
  },
  aikenAnswer: {
    en: 'Line {line} names no option: “{text}”',
    tr: '{line}. satır bir seçenek göstermiyor: “{text}”',
    ar: 'السطر {line} لا يشير إلى خيار: «{text}»',
  },
  jsonBroken: {
    en: 'Line {line}: this is not JSON; a comma or quotation mark may be missing',
    tr: '{line}. satır: bu JSON değil; virgül ya da tırnak eksik olabilir',
    ar: 'السطر {line}: هذا ليس JSON؛ ربما تنقص فاصلة أو علامة اقتباس',
  },
  jsonTwice: {
    en: 'The field stands here twice',
    tr: 'Alan burada iki kez geçiyor',
    ar: 'ورد الحقل هنا مرتين',
  },
  jsonNumber: {
    en: 'The number is too large',
    tr: 'Sayı çok büyük',
    ar: 'العدد كبير جدًا',
  },
  jsonUnknownField: {
    en: 'There is no such field',
    tr: 'Böyle bir alan yok',
    ar: 'لا يوجد حقل بهذا الاسم',
  },
  jsonType: {
    en: 'A value of the kind “{expected}” is expected here',
    tr: 'Burada “{expected}” türünde bir değer beklenir',
    ar: 'المتوقع هنا قيمة من النوع «{expected}»',
  },
  jsonTooBig: {
    en: 'The value is over its limit of {max}',
    tr: 'Değer {max} sınırını aşıyor',
    ar: 'القيمة تتجاوز حدها {max}',
  },
  jsonTooSmall: {
    en: 'The value is below its limit of {min}',
    tr: 'Değer {min} sınırının altında',
    ar: 'القيمة دون حدها {min}',
  },
  jsonValue: {
    en: 'Only these values are possible: {values}',
    tr: 'Yalnızca şu değerler olabilir: {values}',
    ar: 'القيم الممكنة هي فقط: {values}',
  },
  jsonForm: {
    en: 'The value does not have the form this field needs',
    tr: 'Değer bu alanın gerektirdiği biçimde değil',
    ar: 'القيمة ليست بالشكل الذي يلزم هذا الحقل',
  },
  clozeNoGap: {
    en: 'The text has no embedded answer',
    tr: 'Metinde gömülü cevap yok',
    ar: 'لا توجد في النص إجابة مضمّنة',
  },
  gapWeights: {
    en: 'The gaps earn different points in the file; here each earns an equal part',
    tr: 'Dosyada boşlukların puanları farklı; burada her biri eşit pay alır',
    ar: 'نقاط الفراغات مختلفة في الملف، وهنا يكسب كل منها حصة متساوية',
  },
  rubricLeftOut: {
    en: 'The format has no place for a rubric',
    tr: 'Biçimde değerlendirme ölçütleri için yer yok',
    ar: 'لا مكان في الصيغة لمعايير التقييم',
  },
  plainNoAnswer: {
    en: 'No answer was found in the text',
    tr: 'Metinde cevap bulunamadı',
    ar: 'لم يُعثر على إجابة في النص',
  },
  plainAnswerUnknown: {
    en: 'The answer “{text}” names none of the options',
    tr: '“{text}” cevabı seçeneklerden hiçbirini göstermiyor',
    ar: 'الإجابة «{text}» لا تشير إلى أي من الخيارات',
  },
  plainRest: {
    en: 'This part was not understood: {text}',
    tr: 'Bu bölüm anlaşılamadı: {text}',
    ar: 'لم يُفهم هذا الجزء: {text}',
  },
  plainNothing: {
    en: 'Nothing here looks like a question: {text}',
    tr: 'Burada soruya benzeyen bir şey yok: {text}',
    ar: 'لا شيء هنا يشبه سؤالًا: {text}',
  },
  plainType: {
    en: 'The text says “{type}”; it was read as “{as}”',
    tr: 'Metinde “{type}” yazıyor; “{as}” olarak okundu',
    ar: 'يقول النص «{type}» وقد قُرئ على أنه «{as}»',
  },
} as const satisfies Sentences;
