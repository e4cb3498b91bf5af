import { refuse } from '@lyceum/core/contract';
import { type ImportFormat, type ItemFormat, questionsProblems, type RowFormat } from '../../../../contract/index.ts';
import { aikenReader } from './aiken.ts';
import { csvReader } from './csv.ts';
import { giftReader } from './gift.ts';
import type { ItemReader } from './item-reader.ts';
import { jsonReader } from './json.ts';
import { moodleXmlReader } from './moodle-xml.ts';
import { qtiReader } from './qti.ts';
import type { Reader } from './reader.ts';
import { xlsxReader } from './xlsx.ts';

/** Tables. A further format: its file and its line here. */
const ROW_READERS = { xlsx: xlsxReader, csv: csvReader } as const satisfies { readonly [Format in RowFormat]: Reader };

/** Files of whole questions. A further format: its file and its line here. */
const ITEM_READERS = {
  json: jsonReader,
  'moodle-xml': moodleXmlReader,
  qti: qtiReader,
  gift: giftReader,
  aiken: aikenReader,
} as const satisfies { readonly [Format in ItemFormat]: ItemReader };

/** Every format that can be imported, those that know themselves by their bytes first. The first that accepts a file reads it. */
const ALL: readonly { readonly format: ImportFormat; readonly reader: Reader | ItemReader }[] = [
  { format: 'xlsx', reader: xlsxReader },
  ...Object.entries(ITEM_READERS).map(([format, reader]) => ({ format: format as ItemFormat, reader })),
  { format: 'csv', reader: csvReader },
];

export const rowReaderOf = (format: RowFormat): Reader => ROW_READERS[format];
export const itemReaderOf = (format: ItemFormat): ItemReader => ITEM_READERS[format];

/** The reader for a file, by its first bytes and its name. @throws Refusal for any other kind */
export function readerFor(head: Buffer, fileName: string): (typeof ALL)[number] {
  return (
    ALL.find(({ reader }) => reader.accepts(head, fileName)) ??
    refuse(questionsProblems.importFormat, { params: { reason: 'unknown' } })
  );
}
