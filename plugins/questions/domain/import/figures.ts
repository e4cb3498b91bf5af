import type { Locale } from '@lyceum/core/contract';
import type { RuleMessage } from '../../contract/index.ts';
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

/** A finder over files of a ZIP: by whole name first, then without extension when only one file fits. */
export function mediaFinder<Found>(files: ReadonlyMap<string, Found>): (name: string) => Found | null {
  const stems = new Map<string, Found | null>();
  for (const [name, found] of files) stems.set(mediaStem(name), stems.has(mediaStem(name)) ? null : found);
  return (name) => files.get(mediaKey(name)) ?? stems.get(mediaKey(name)) ?? null;
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
    if (found === null) messages.push(error('mediaMissing', 'figure', { name: cleanLine(name).slice(0, 120) }));
    else if ('refused' in found)
      messages.push(error('mediaRefused', 'figure', { name: cleanLine(name).slice(0, 120), reason: found.refused }));
    if (found === null || 'refused' in found) return [];
    const fixed = `${FIGURE_WORD[language]} ${cleanLine(mediaStem(name)).slice(0, 100)}`;
    if (alt === '') messages.push(warning('altFixed', 'figure', { alt: fixed }));
    return [`![${escapeAlt(alt || fixed)}](${found.url})`];
  });
  return { stem: [stem, ...lines].join('\n\n'), messages };
}
