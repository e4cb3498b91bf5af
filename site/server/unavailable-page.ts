type Words = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly text: string;
  readonly again: string;
};

/** In this file because it must be there when nothing else is. */
const WORDS: readonly [Words, ...Words[]] = [
  {
    lang: 'en',
    dir: 'ltr',
    title: 'We will be back in a moment',
    text: 'This page cannot be shown just now. Answers you gave in an exam are kept on your device and sent as soon as we are back.',
    again: 'Try again',
  },
  {
    lang: 'tr',
    dir: 'ltr',
    title: 'Birazdan döneceğiz',
    text: 'Bu sayfa şu anda gösterilemiyor. Sınavda verdiğiniz yanıtlar cihazınızda saklanır ve geri döndüğümüzde hemen gönderilir.',
    again: 'Yeniden deneyin',
  },
  {
    lang: 'ar',
    dir: 'rtl',
    title: 'سنعود بعد لحظات',
    text: 'لا يمكن عرض هذه الصفحة الآن. إجاباتك في الاختبار محفوظة على جهازك وتُرسل فور عودتنا.',
    again: 'حاول مرة أخرى',
  },
];

/** The page shown while the cms does not answer, in the language of the address. It needs no script and no style sheet. */
export function unavailablePage(url: string): string {
  const first = /^\/([a-z]{2})(?:[/?]|$)/.exec(url)?.[1];
  const words = WORDS.find(({ lang }) => lang === first) ?? WORDS[0];
  return `<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${words.title}</title></head>
<body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:36rem;margin:20vh auto 0;padding:0 1.5rem"><main><h1>${words.title}</h1><p>${words.text}</p><p><a href="">${words.again}</a></p></main></body>
</html>
`;
}
