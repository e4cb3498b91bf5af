import { refuse } from '@lyceum/core/contract';
import { type FileDescription, questionsProblems, type RowFormat } from '../../../../contract/index.ts';
import { newColumnTally, tallyRow } from '../../../../domain/import/column-tally.ts';
import { unguarded } from '../../../../domain/import/formula-guard.ts';
import { readHeaders } from '../../../../domain/import/headers.ts';
import { mediaAddresses } from '../../../../domain/import/media-texts.ts';
import { proposeMapping } from '../../../../domain/import/propose-mapping.ts';
import type { RawRow } from '../../../../domain/import/row.ts';
import { rowReaderOf } from '../readers/registry.ts';
import type { DescribeTask } from '../tasks.ts';

const SAMPLE_ROWS = 20;
const SAMPLE_CHARACTERS = 4_000;

/** The names of the columns. @throws Refusal when they are missing or one stands twice */
export function headersOf({ cells }: RawRow): string[] {
  const answer = readHeaders(cells);
  if ('headers' in answer) return answer.headers;
  return refuse(questionsProblems.importHeaders, {
    params: answer.wrong === 'twice' ? { reason: 'twice', column: answer.column } : { reason: 'missing' },
  });
}

const isAddress = (text: string): boolean => /^https:\/\//i.test(text);
/** A cell that is an https address, or shows something from one. */
const namesAddress = (cell: string): boolean =>
  cell.includes('https://') && (isAddress(cell.trim()) || mediaAddresses(cell).some(isAddress));

/** Reads a whole table once: what it is, its first rows, and a mapping proposed from all of it. */
export async function describeRows({
  path,
  format,
  choice,
  limits,
  language,
}: DescribeTask<RowFormat>): Promise<FileDescription> {
  const reader = rowReaderOf(format);
  await reader.inspect(path);
  const { source, sheets } = await reader.detect(path, choice);
  let head: { headers: string[]; row: number } | null = null;
  let tally = newColumnTally([]);
  let hasAddresses = false;
  const sample: FileDescription['sample'] = [];
  for await (const row of reader.rows(path, source, limits)) {
    if (head === null) {
      head = { headers: headersOf(row), row: row.number };
      tally = newColumnTally(head.headers);
      continue;
    }
    const cells = row.cells.map(unguarded);
    tallyRow(tally, head.headers, cells);
    hasAddresses ||= cells.some(namesAddress);
    if (sample.length < SAMPLE_ROWS)
      sample.push({ number: row.number, cells: cells.map((cell) => cell.slice(0, SAMPLE_CHARACTERS)) });
  }
  if (head === null || tally.rows === 0) return refuse(questionsProblems.importEmpty);
  const { mapping, keys, missing } = proposeMapping(head.headers, tally, language);
  return {
    format,
    source,
    sheets,
    headers: head.headers,
    headerRow: head.row,
    sample,
    rowCount: tally.rows,
    items: null,
    hasAddresses,
    proposal: mapping,
    missing,
    keys,
  };
}
