import type { Locale } from '@lyceum/core/contract';

export const ACCOUNT_MAILS = ['confirm', 'alreadyRegistered', 'reset', 'passwordChanged'] as const;
export type AccountMail = (typeof ACCOUNT_MAILS)[number];

/** One mail: what it is about, why it came, what to press and what to do if one did not ask for it. */
export type MailText = {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly closing: string;
};

/** How long a link works, in words, such as "24 hours". */
type Lifetime = string;

export const MAIL_TEXTS: Record<Locale, Record<AccountMail, (lifetime: Lifetime) => MailText>> = {
  en: {
    confirm: (lifetime) => ({
      subject: 'Confirm your e-mail address',
      lines: [
        'An account was registered with this e-mail address.',
        `Press the link to confirm it. It works once, within ${lifetime}.`,
      ],
      button: 'Confirm the address',
      closing: 'If you did not register, leave this mail alone: without the link the account stays closed.',
    }),
    alreadyRegistered: () => ({
      subject: 'You already have an account',
      lines: [
        'Somebody tried to register with this e-mail address, which already has an account.',
        'If it was you, sign in. If you do not know your password any more, ask for a new one on the same page.',
      ],
      button: 'Sign in',
      closing: 'If it was not you, there is nothing to do. Your account has not changed.',
    }),
    reset: (lifetime) => ({
      subject: 'Set a new password',
      lines: ['A new password was asked for this account.', `Press the link to set one. It works once, within ${lifetime}.`],
      button: 'Set a new password',
      closing: 'If you did not ask, leave this mail alone: your password stays as it is.',
    }),
    passwordChanged: () => ({
      subject: 'Your password was changed',
      lines: ['The password of your account was changed, and other devices were signed out.'],
      button: 'Go to the site',
      closing: 'If it was not you, ask for a new password on the sign-in page at once.',
    }),
  },
  tr: {
    confirm: (lifetime) => ({
      subject: 'E-posta adresinizi onaylayın',
      lines: [
        'Bu e-posta adresiyle bir hesap açıldı.',
        `Onaylamak için bağlantıya basın. Bağlantı ${lifetime} içinde ve bir kez çalışır.`,
      ],
      button: 'Adresi onayla',
      closing: 'Kaydı siz yapmadıysanız bu iletiyi dikkate almayın: bağlantı kullanılmadıkça hesap kapalı kalır.',
    }),
    alreadyRegistered: () => ({
      subject: 'Zaten bir hesabınız var',
      lines: [
        'Bu e-posta adresiyle kayıt olunmak istendi, ancak adresin zaten bir hesabı var.',
        'Bunu siz yaptıysanız giriş yapın. Parolanızı hatırlamıyorsanız aynı sayfadan yenisini isteyin.',
      ],
      button: 'Giriş yap',
      closing: 'Bunu siz yapmadıysanız bir şey yapmanız gerekmez. Hesabınız değişmedi.',
    }),
    reset: (lifetime) => ({
      subject: 'Yeni parola belirleyin',
      lines: [
        'Bu hesap için yeni bir parola istendi.',
        `Belirlemek için bağlantıya basın. Bağlantı ${lifetime} içinde ve bir kez çalışır.`,
      ],
      button: 'Yeni parola belirle',
      closing: 'Bunu siz istemediyseniz bu iletiyi dikkate almayın: parolanız olduğu gibi kalır.',
    }),
    passwordChanged: () => ({
      subject: 'Parolanız değiştirildi',
      lines: ['Hesabınızın parolası değiştirildi ve diğer cihazlardaki oturumlar kapatıldı.'],
      button: 'Siteye git',
      closing: 'Bunu siz yapmadıysanız hemen giriş sayfasından yeni bir parola isteyin.',
    }),
  },
  ar: {
    confirm: (lifetime) => ({
      subject: 'أكّد عنوان بريدك الإلكتروني',
      lines: ['سُجّل حساب بعنوان البريد الإلكتروني هذا.', `اضغط على الرابط لتأكيده. يعمل الرابط مرة واحدة خلال ${lifetime}.`],
      button: 'تأكيد العنوان',
      closing: 'إن لم تسجّل أنت فتجاهل هذه الرسالة: يبقى الحساب مغلقًا ما لم يُستعمل الرابط.',
    }),
    alreadyRegistered: () => ({
      subject: 'لديك حساب بالفعل',
      lines: [
        'حاول أحدهم التسجيل بعنوان البريد الإلكتروني هذا، وله حساب بالفعل.',
        'إن كنت أنت فسجّل الدخول. وإن نسيت كلمة المرور فاطلب كلمة جديدة من الصفحة نفسها.',
      ],
      button: 'تسجيل الدخول',
      closing: 'إن لم تكن أنت فلا حاجة إلى فعل شيء. لم يتغيّر حسابك.',
    }),
    reset: (lifetime) => ({
      subject: 'عيّن كلمة مرور جديدة',
      lines: ['طُلبت كلمة مرور جديدة لهذا الحساب.', `اضغط على الرابط لتعيينها. يعمل الرابط مرة واحدة خلال ${lifetime}.`],
      button: 'تعيين كلمة مرور جديدة',
      closing: 'إن لم تطلب ذلك فتجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.',
    }),
    passwordChanged: () => ({
      subject: 'تغيّرت كلمة مرورك',
      lines: ['تغيّرت كلمة مرور حسابك، وأُنهيت الجلسات على الأجهزة الأخرى.'],
      button: 'الذهاب إلى الموقع',
      closing: 'إن لم تكن أنت فاطلب فورًا كلمة مرور جديدة من صفحة تسجيل الدخول.',
    }),
  },
};
