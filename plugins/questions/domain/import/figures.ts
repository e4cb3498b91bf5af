import type { Locale } from '@lyceum/core/contract';
import type { RuleCode, RuleMessage } from '../../contract/index.ts';
import { cleanLine } from '../text/clean.ts';
import { error, warning } from '../types/messages.ts';

/** A file of the ZIP by the name a row gives it; null when there is none. */
export type MediaFinder = (name: string) => { url: string } | { refused: string } | null;

const FIGURE_WORD: Record<Locale, string> = { en: 'Figure', tr: 'Şekil', ar: 'الشكل' };

/** The name a media file is found by: the last part of its path in lower case and NFC. */
export const mediaKey = (name: string): string =>
  (name.replaceAll('\\', '/').split('/').at(-1) ?? '').normalize('NFC').trim().toLowerCase();

/** The same without its extension. */
export function mediaStem(name: string): string {
  const key = mediaKey(name);
  const dot = key.lastIndexOf('.');
  return dot > 0 ? key.slice(0, dot) : key;
}

/** The whole path of a file in a package, or an address, as they are compared. */
const pathKey = (name: string): string => name.replaceAll('\\', '/').normalize('NFC').trim().toLowerCase();

/** A finder over media: by whole path or address first, then by file name, then without extension, where only one file fits. */
export function mediaFinder<Found>(files: ReadonlyMap<string, Found>): (name: string) => Found | null {
  const paths = new Map<string, Found>();
  const names = new Map<string, Found | null>();
  const stems = new Map<string, Found | null>();
  for (const [name, found] of files) {
    paths.set(pathKey(name), found);
    names.set(mediaKey(name), names.has(mediaKey(name)) ? null : found);
    stems.set(mediaStem(name), stems.has(mediaStem(name)) ? null : found);
  }
  return (name) => paths.get(pathKey(name)) ?? names.get(mediaKey(name)) ?? stems.get(mediaKey(name)) ?? null;
}

const REFUSALS: Readonly<Record<string, RuleCode>> = {
  tooLarge: 'mediaTooLarge',
  notMedia: 'mediaKind',
  unsafe: 'mediaUnsafe',
  tooManyPixels: 'mediaPixels',
  damaged: 'mediaDamaged',
  nameTwice: 'mediaNameTwice',
  address: 'mediaAddress',
  privateAddress: 'mediaPrivate',
  unanswered: 'mediaUnanswered',
  timedOut: 'mediaTimedOut',
  tooMany: 'mediaTooMany',
};

/** Why a file that a question shows cannot be had: it is nowhere, or it was refused for a reason. */
export function mediaProblem(field: string, name: string, found: { refused: string } | null): RuleMessage {
  const params = { name: cleanLine(name).slice(0, 120) };
  const code = found === null ? 'mediaMissing' : REFUSALS[found.refused];
  return code === undefined
    ? error('mediaRefused', field, { ...params, reason: found?.refused ?? '' })
    : error(code, field, params);
}

const escapeAlt = (alt: string): string => alt.replace(/[\\[\]`*_<>!$]/g, '\\$&');

/** The stem with its figures below it. Without an alternative text a fixed one is given, and the editor is warned. */
export function withFigures(
  stem: string,
  names: readonly string[],
  alt: string,
  language: Locale,
  find: MediaFinder,
): { stem: string; messages: RuleMessage[] } {
  const messages: RuleMessage[] = [];
  const lines = names.flatMap((name) => {
    const found = find(name);
    if (found === null || 'refused' in found) messages.push(mediaProblem('figure', name, found));
    if (found === null || 'refused' in found) return [];
    const fixed = `${FIGURE_WORD[language]} ${cleanLine(mediaStem(name)).slice(0, 100)}`;
    if (alt === '') messages.push(warning('altFixed', 'figure', { alt: fixed }));
    return [`![${escapeAlt(alt || fixed)}](${found.url})`];
  });
  return { stem: [stem, ...lines].join('\n\n'), messages };
}
