import { cleanLine } from '../../text/clean.ts';
import { attribute, childElements, findElement, findElements, type MarkupElement, textOf } from '../html/tree.ts';
import type { ItemMeta } from '../qti/meta.ts';
import { languageOf } from '../qti/own-fields.ts';

/** The words of LOM for difficulty on our scale of 1–10. */
const DIFFICULTIES: Readonly<Record<string, number>> = { 'very easy': 1, easy: 3, medium: 5, difficult: 8, 'very difficult': 10 };

const line = (element: MarkupElement | null): string => (element ? cleanLine(textOf(element)).slice(0, 500) : '');
/** The texts of an element that holds one text a language; a bare text where there is none. */
function texts(element: MarkupElement): string[] {
  const found = findElements(element, ['langstring', 'string'])
    .map(line)
    .filter((text) => text !== '');
  return found.length > 0 ? found : [line(element)].filter((text) => text !== '');
}

/** `PT1M30S` in seconds; undefined for anything else. */
function seconds(duration: string): number | undefined {
  const parts = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6})(?:\.\d{1,6})?S)?$/.exec(duration.trim());
  if (!parts) return undefined;
  const total = Number(parts[1] ?? 0) * 3_600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  return total >= 1 && total <= 7_200 ? total : undefined;
}

const below = (element: MarkupElement, ...names: string[]): MarkupElement | null =>
  names.reduce<MarkupElement | null>((found, name) => (found ? findElement(found, [name]) : null), element);

/** The classification that says what an item is about, from the root. */
function topicOf(metadata: MarkupElement): string[] {
  const paths = findElements(metadata, ['taxonpath']).map((path) =>
    findElements(path, ['taxon']).flatMap((taxon) => childElements(taxon, 'entry').flatMap((entry) => texts(entry).slice(0, 1))),
  );
  return paths.find((path) => path.length > 0) ?? [];
}

/** What LOM metadata says about an item, of what the bank can keep. */
export function lomMeta(metadata: MarkupElement): ItemMeta {
  const general = findElement(metadata, ['general']) ?? metadata;
  const title = childElements(general, 'title').flatMap(texts)[0];
  const languageElement = childElements(general, 'language')[0];
  const language = languageOf(languageElement ? line(languageElement) : attribute(general, 'lang'));
  const tags = [
    ...new Set(
      findElements(general, ['keyword'])
        .flatMap(texts)
        .flatMap((text) => text.split(/\s*[,;]\s*/)),
    ),
  ].filter((tag) => tag !== '');
  const difficulty = below(metadata, 'difficulty', 'value');
  const time = below(metadata, 'typicallearningtime');
  const licence = below(metadata, 'rights', 'description');
  const topic = topicOf(metadata);
  const rating = difficulty ? DIFFICULTIES[texts(difficulty)[0]?.toLowerCase() ?? ''] : undefined;
  const estimatedSec = time ? seconds(texts(time)[0] ?? '') : undefined;
  const rights = licence ? texts(licence)[0] : undefined;
  return {
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(rating ? { difficulty: rating } : {}),
    ...(estimatedSec ? { estimatedSec } : {}),
    ...(rights ? { licence: rights } : {}),
    ...(topic.length > 0 ? { topic } : {}),
  };
}
