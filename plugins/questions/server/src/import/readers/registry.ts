import { refuse } from '@lyceum/core/contract';
import { type ImportFormat, questionsProblems } from '../../../../contract/index.ts';
import { csvReader } from './csv.ts';
import type { Reader } from './reader.ts';
import { xlsxReader } from './xlsx.ts';

/** Every format that can be imported. The first that accepts a file reads it. */
export const READERS = { xlsx: xlsxReader, csv: csvReader } as const satisfies { readonly [Format in ImportFormat]: Reader };

export const readerOf = (format: ImportFormat): Reader => READERS[format];

/** The reader for a file, by its first bytes and its name. @throws Refusal for any other kind */
export function readerFor(head: Buffer, fileName: string): Reader {
  return (
    Object.values<Reader>(READERS).find((reader) => reader.accepts(head, fileName)) ??
    refuse(questionsProblems.importFormat, { params: { reason: 'unknown' } })
  );
}
