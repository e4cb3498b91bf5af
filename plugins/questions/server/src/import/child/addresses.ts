import { type ImportFormat, isItemFormat, type Mapping, type SourceChoice } from '../../../../contract/index.ts';
import { mediaAddresses, textsIn } from '../../../../domain/import/media-texts.ts';
import { type RawRow, rowReader } from '../../../../domain/import/row.ts';
import type { ReadLimits } from '../readers/reader.ts';
import { itemReaderOf, rowReaderOf } from '../readers/registry.ts';
import { headersOf } from './describe.ts';

const isHttps = (text: string): boolean => /^https:\/\//i.test(text);

type File = {
  readonly path: string;
  readonly format: ImportFormat;
  readonly source: SourceChoice;
  readonly mapping: Mapping | null;
};

/** Addresses of a row: the column of figures, and whatever its texts show. */
function addressesOfRow(headers: readonly string[], row: RawRow, mapping: Mapping | null): string[] {
  const figures = rowReader(headers, row)(mapping?.fields.figure).split('|');
  const cells = row.cells.filter((cell) => cell.includes('https://')).flatMap(mediaAddresses);
  return [...figures.map((text) => text.trim()), ...cells].filter(isHttps);
}

/** Every https address that a file shows images or audio from, in its order, each once per row. */
export async function* addressesIn({ path, format, source, mapping }: File, limits: ReadLimits): AsyncGenerator<string> {
  if (isItemFormat(format)) {
    for await (const { question } of itemReaderOf(format).items(path, source, limits))
      for (const text of textsIn(question)) yield* mediaAddresses(text).filter(isHttps);
    return;
  }
  let headers: string[] | null = null;
  for await (const row of rowReaderOf(format).rows(path, source, limits)) {
    if (headers === null) headers = headersOf(row);
    else yield* addressesOfRow(headers, row, mapping);
  }
}
