import type { Sentences } from './sentences.ts';

/** Sentences about packages of QTI and what their questions could not bring along. */
export const exchangeQtiSentences = {
  qtiScoring: {
    en: 'A rule of the scoring ({part}) has no place in the bank; check the answer key',
    tr: 'Puanlamanın bir kuralına ({part}) bankada yer yok; cevap anahtarını denetleyin',
    ar: 'لا مكان في البنك لقاعدة من قواعد التصحيح ({part})؛ راجع مفتاح الإجابة',
  },
  qtiPairPoints: {
    en: 'Each right pair earns the same points now',
    tr: 'Artık her doğru eşleşme aynı puanı kazandırıyor',
    ar: 'صار كل زوج صحيح يكسب النقاط نفسها',
  },
  qtiGapPoints: {
    en: 'Each gap earns the same points now',
    tr: 'Artık her boşluk aynı puanı kazandırıyor',
    ar: 'صار كل فراغ يكسب النقاط نفسها',
  },
  qtiGapShares: {
    en: 'Choices of a gap that earned a part of the points earn nothing now',
    tr: 'Bir boşlukta puanın bir kısmını kazandıran seçenekler artık puan kazandırmıyor',
    ar: 'الخيارات التي كانت تكسب جزءًا من نقاط الفراغ لم تعد تكسب شيئًا',
  },
  qtiAssociate: {
    en: 'Pairs without an order became prompts and answers',
    tr: 'Sırasız eşleşmeler soru ve cevap oldu',
    ar: 'تحوّلت الأزواج غير المرتبة إلى عناصر وإجابات',
  },
  qtiGapMatch: {
    en: 'Words to drag into a text became lists to choose from; a word can be chosen more than once',
    tr: 'Metne sürüklenen sözcükler seçim listesi oldu; bir sözcük birden çok kez seçilebilir',
    ar: 'تحوّلت الكلمات المسحوبة إلى النص إلى قوائم اختيار، ويمكن اختيار الكلمة أكثر من مرة',
  },
  qtiNoResponse: {
    en: 'The item has no response declaration “{name}”',
    tr: 'Öğede “{name}” yanıt bildirimi yok',
    ar: 'ليس في العنصر تعريف استجابة باسم «{name}»',
  },
  qtiPoints: {
    en: '{points} points are beyond what a question can have; the usual points were taken',
    tr: '{points} puan bir sorunun alabileceğinin dışında; olağan puan verildi',
    ar: '{points} نقطة خارج ما يُسمح به للسؤال؛ اعتُمدت النقاط المعتادة',
  },
  qtiFeedback: {
    en: 'Feedback for a right or a wrong answer became part of the explanation',
    tr: 'Doğru ya da yanlış cevaba verilen geri bildirim açıklamaya eklendi',
    ar: 'صارت ملاحظات الإجابة الصحيحة أو الخاطئة جزءًا من الشرح',
  },
  qtiNotXml: {
    en: 'The file “{file}” breaks off or is no XML (line {line})',
    tr: '“{file}” dosyası yarım ya da XML değil (satır {line})',
    ar: 'الملف «{file}» ناقص أو ليس XML (السطر {line})',
  },
  qtiDoctype: {
    en: 'The file “{file}” has a document type, which is not read for safety (line {line})',
    tr: '“{file}” dosyasında belge türü bildirimi var; güvenlik için okunmaz (satır {line})',
    ar: 'في الملف «{file}» تعريف نوع مستند ولا يُقرأ حفاظًا على الأمان (السطر {line})',
  },
  qtiTooDeep: {
    en: 'The elements of the file “{file}” lie too deeply inside each other (line {line})',
    tr: '“{file}” dosyasının öğeleri çok derin iç içe (satır {line})',
    ar: 'عناصر الملف «{file}» متداخلة بعمق زائد (السطر {line})',
  },
  qtiTooLarge: {
    en: 'A question of the file “{file}” is larger than can be read (line {line})',
    tr: '“{file}” dosyasındaki bir soru okunabilecek olandan büyük (satır {line})',
    ar: 'سؤال في الملف «{file}» أكبر مما يمكن قراءته (السطر {line})',
  },
  qtiEncoding: {
    en: 'The file “{file}” is not in the encoding it names',
    tr: '“{file}” dosyası belirttiği karakter kodlamasında değil',
    ar: 'الملف «{file}» ليس بالترميز الذي يذكره',
  },
  qtiNoItem: {
    en: 'The file “{file}” holds no question',
    tr: '“{file}” dosyasında soru yok',
    ar: 'لا يوجد سؤال في الملف «{file}»',
  },
  qtiDamaged: {
    en: 'The file “{file}” is damaged inside the package',
    tr: '“{file}” dosyası paketin içinde bozuk',
    ar: 'الملف «{file}» تالف داخل الحزمة',
  },
  qtiCalculated: {
    en: 'Questions with values calculated for each learner have no place in the bank',
    tr: 'Her öğrenci için hesaplanan değerli sorulara bankada yer yok',
    ar: 'لا مكان في البنك للأسئلة التي تُحسب قيمها لكل متعلم',
  },
  qtiWords: {
    en: 'Other systems do not ask for a number of words',
    tr: 'Öteki sistemler sözcük sayısı istemez',
    ar: 'الأنظمة الأخرى لا تطلب عددًا من الكلمات',
  },
  qtiOrderShare: {
    en: 'Other systems give points for a wholly right order only',
    tr: 'Öteki sistemler yalnızca tümüyle doğru sıraya puan verir',
    ar: 'تمنح الأنظمة الأخرى النقاط للترتيب الصحيح كاملًا فقط',
  },
  qtiMediaMissing: {
    en: 'The image or audio “{address}” could not be put into the package',
    tr: '“{address}” görseli ya da sesi pakete konulamadı',
    ar: 'تعذّر وضع الصورة أو الصوت «{address}» في الحزمة',
  },
} as const satisfies Sentences;
