import { intlTag } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Texts } from '../../i18n/texts.ts';

type Group = { group: string; choices: { value: string; label: string }[] };

const AREAS = [
  'Europe',
  'Asia',
  'Africa',
  'America',
  'Australia',
  'Pacific',
  'Atlantic',
  'Indian',
  'Antarctica',
  'Arctic',
] as const;

const offsetOf = (locale: Locale, timeZone: string, at: Date) =>
  new Intl.DateTimeFormat(intlTag(locale), { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value ?? '';

/** Every zone this machine knows, by part of the world, with its distance from world time at `at`. */
export function timeZoneChoices(locale: Locale, t: Texts, at: Date): Group[] {
  const zones = Intl.supportedValuesOf('timeZone');
  const groups = AREAS.map((area) => ({
    group: t(`account:zones.${area}`),
    choices: zones
      .filter((zone) => zone.startsWith(`${area}/`))
      .map((zone) => ({
        value: zone,
        label: `${zone
          .slice(area.length + 1)
          .replaceAll('_', ' ')
          .replaceAll('/', ', ')} (${offsetOf(locale, zone, at)})`,
      })),
  }));
  return [
    { group: t('account:zones.UTC'), choices: [{ value: 'UTC', label: 'UTC' }] },
    ...groups.filter((group) => group.choices.length > 0),
  ];
}

/** Where readers of a language most often are; the page's script puts the device's own zone in its place. */
export const usualZone = (locale: Locale): string => ({ en: 'UTC', tr: 'Europe/Istanbul', ar: 'UTC' })[locale];
