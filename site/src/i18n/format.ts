import type { Locale } from './locales.ts';

/** Day before month and 24 hours in English; figures 0–9 in Arabic too, as on the exam paper. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', tr: 'tr-TR', ar: 'ar-u-ca-gregory-nu-latn' };

/** BCP 47 tag for Intl. */
export const intlTag = (locale: Locale): string => TAGS[locale];

export type DateStyle = 'date' | 'dateTime' | 'time' | 'dayTime';

const STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  dateTime: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  dayTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** A number as its reader writes it. @param digits most digits after the point, default 2 */
export const numberText = (locale: Locale, value: number, digits = 2): string =>
  new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: digits }).format(value);

/** A share as percent. @param percent 0–100 */
export const percentText = (locale: Locale, percent: number, digits = 0): string =>
  new Intl.NumberFormat(TAGS[locale], { style: 'percent', maximumFractionDigits: digits }).format(percent / 100);

/** An instant in a zone. @param timeZone IANA; the reader's, or the school's on pages that are the same for everybody */
export const dateText = (locale: Locale, instant: Date | string, timeZone: string, style: DateStyle = 'dateTime'): string =>
  new Intl.DateTimeFormat(TAGS[locale], { ...STYLES[style], timeZone }).format(new Date(instant));

/** A zone's name for people at an instant, such as "Türkiye Time"; falls back to its place. */
export function zoneText(locale: Locale, timeZone: string, at: Date | string): string {
  const parts = new Intl.DateTimeFormat(TAGS[locale], { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

const unit = (locale: Locale, value: number, name: 'day' | 'hour' | 'minute' | 'second', long: boolean) =>
  new Intl.NumberFormat(TAGS[locale], { style: 'unit', unit: name, unitDisplay: long ? 'long' : 'short' }).format(value);

/**
 * A length of time in its two largest units: "1 hr 30 min", "45 sec".
 * @param sec whole seconds, not negative
 * @param long words in full: "1 hour 30 minutes"
 */
export function durationText(locale: Locale, sec: number, long = false): string {
  const whole = Math.max(0, Math.round(sec));
  const sizes = [
    ['day', Math.floor(whole / 86_400)],
    ['hour', Math.floor(whole / 3600) % 24],
    ['minute', Math.floor(whole / 60) % 60],
    ['second', whole % 60],
  ] as const;
  const first = sizes.findIndex(([, value]) => value > 0);
  if (first < 0) return unit(locale, 0, 'minute', long);
  return sizes
    .slice(first, first + 2)
    .filter(([, value]) => value > 0)
    .map(([name, value]) => unit(locale, value, name, long))
    .join(' ');
}

/** Minutes as exams are announced: "60 minutes", never "1 hour"; odd seconds are shown. */
export const minutesText = (locale: Locale, sec: number): string =>
  sec % 60 === 0 ? unit(locale, sec / 60, 'minute', true) : durationText(locale, sec, true);
