import type { Sentences } from './sentences.ts';

/** Sentences of imports and exports: what a file names that is not here, why media were refused, what a question lost. */
export const importSentences = {
  kindUnknown: {
    en: 'Skipped: the bank has no type for “{kind}”',
    tr: 'Atlandı: bankada “{kind}” için bir tür yok',
    ar: 'جرى التخطي: لا نوع في البنك يقابل «{kind}»',
  },
  fieldForm: {
    en: 'The value cannot be stored: {reason}',
    tr: 'Değer saklanamıyor: {reason}',
    ar: 'تعذّر حفظ القيمة: {reason}',
  },
  codeMerged: {
    en: 'This question was merged into {code}',
    tr: 'Bu soru {code} ile birleştirildi',
    ar: 'دُمج هذا السؤال في {code}',
  },
  topicCut: {
    en: 'The topic “{name}” is deeper than three levels; the question is filed under “{topic}”',
    tr: '“{name}” konusu üç düzeyden derin; soru “{topic}” altına kondu',
    ar: 'الموضوع «{name}» أعمق من ثلاثة مستويات، فوُضع السؤال تحت «{topic}»',
  },
  furtherTopicUnknown: {
    en: 'The further topic “{name}” is not in the tree',
    tr: 'Ek konu “{name}” ağaçta yok',
    ar: 'الموضوع الإضافي «{name}» غير موجود في الشجرة',
  },
  examTypeUnknown: {
    en: 'There is no exam type “{name}”',
    tr: '“{name}” adlı bir sınav türü yok',
    ar: 'لا يوجد نوع امتحان باسم «{name}»',
  },
  skillUnknown: {
    en: 'There is no skill “{name}”',
    tr: '“{name}” adlı bir beceri yok',
    ar: 'لا توجد مهارة باسم «{name}»',
  },
  licenceForbids: {
    en: 'Its licence “{licence}” forbids passing the question on',
    tr: '“{licence}” lisansı sorunun başkasına verilmesini yasaklıyor',
    ar: 'يمنع ترخيصه «{licence}» تمرير السؤال إلى الآخرين',
  },
  mediaNotPacked: {
    en: 'The file “{name}” is not stored any more and was left out',
    tr: '“{name}” dosyası artık saklanmıyor ve dışarıda bırakıldı',
    ar: 'الملف «{name}» لم يعد محفوظًا فتُرك',
  },
  mediaTooLarge: {
    en: 'The file “{name}” is larger than allowed',
    tr: '“{name}” dosyası izin verilenden büyük',
    ar: 'الملف «{name}» أكبر من المسموح',
  },
  mediaKind: {
    en: 'The content of “{name}” is neither an image nor audio that can be taken',
    tr: '“{name}” içeriği alınabilecek bir görsel ya da ses değil',
    ar: 'محتوى «{name}» ليس صورة ولا صوتًا يمكن قبوله',
  },
  mediaUnsafe: {
    en: 'The drawing “{name}” loads or declares something',
    tr: '“{name}” çizimi bir şey yüklüyor ya da tanımlıyor',
    ar: 'الرسم «{name}» يحمّل شيئًا أو يعرّفه',
  },
  mediaPixels: {
    en: 'The image “{name}” has too many pixels',
    tr: '“{name}” görselinin çok fazla pikseli var',
    ar: 'عدد بكسلات الصورة «{name}» كبير جدًا',
  },
  mediaDamaged: {
    en: 'The file “{name}” is damaged',
    tr: '“{name}” dosyası hasarlı',
    ar: 'الملف «{name}» تالف',
  },
  mediaNameTwice: {
    en: 'Two files of the ZIP are called “{name}”',
    tr: 'ZIP’te “{name}” adlı iki dosya var',
    ar: 'في ملف ZIP ملفان باسم «{name}»',
  },
  mediaAddress: {
    en: '“{name}” is not an https address that can be fetched',
    tr: '“{name}” getirilebilecek bir https adresi değil',
    ar: '«{name}» ليس عنوان https يمكن جلبه',
  },
  mediaPrivate: {
    en: '“{name}” leads into a private network and is not fetched',
    tr: '“{name}” özel bir ağa çıkıyor ve getirilmiyor',
    ar: 'يقود «{name}» إلى شبكة خاصة ولا يُجلب',
  },
  mediaUnanswered: {
    en: 'Nothing could be fetched from “{name}”',
    tr: '“{name}” adresinden bir şey alınamadı',
    ar: 'تعذّر جلب أي شيء من «{name}»',
  },
  mediaTimedOut: {
    en: 'Fetching “{name}” took too long',
    tr: '“{name}” adresinden alma çok uzun sürdü',
    ar: 'استغرق جلب «{name}» وقتًا طويلًا',
  },
  mediaTooMany: {
    en: 'The file names too many addresses; “{name}” was not fetched',
    tr: 'Dosyada çok fazla adres var; “{name}” getirilmedi',
    ar: 'في الملف عناوين كثيرة جدًا، فلم يُجلب «{name}»',
  },
} as const satisfies Sentences;
