import { Locale } from '@lyceum/core/contract';
import { type AccountMail, MAIL_TEXTS } from './texts.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** "24 hours" or "45 minutes" in the reader's language. */
export function lifetimeWords(seconds: number, locale: Locale): string {
  const hours = seconds / 3600;
  const unit = Number.isInteger(hours) ? 'hour' : 'minute';
  const count = unit === 'hour' ? hours : Math.round(seconds / 60);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Subject, text and HTML of an account mail. Holds no name a stranger typed, so that it cannot carry somebody's message. */
export function composeMail(kind: AccountMail, locale: string, url: string, lifetimeSec: number) {
  const language = Locale.catch('en').parse(locale);
  const { subject, lines, button, closing } = MAIL_TEXTS[language][kind](lifetimeWords(lifetimeSec, language));
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  const link = `<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4ed8;color:#ffffff;text-decoration:none">${escapeHtml(button)}</a></p>`;
  const plainLink = `<p style="font-size:14px;word-break:break-all" dir="ltr">${escapeHtml(url)}</p>`;
  return {
    subject,
    text: [...lines, '', `${button}:`, url, '', closing, ''].join('\n'),
    html: `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;max-width:34em;margin:24px auto;padding:0 16px">${paragraphs}${link}${plainLink}<p>${escapeHtml(closing)}</p></body></html>`,
  };
}
