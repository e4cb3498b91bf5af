import type { Readable } from 'node:stream';
import { csvLine } from '@lyceum/core/server';
import type { RowFormat } from '../../../contract/index.ts';
import { jsonExample, jsonTemplate } from '../../../domain/exchange/json/template.ts';
import { guarded } from '../../../domain/import/formula-guard.ts';
import { TEMPLATE_COLUMNS, TEMPLATE_EXAMPLE } from '../../../domain/import/template.ts';
import { workbookOf } from '../import/workbook.ts';

async function* rowsOf(example: boolean): AsyncGenerator<readonly string[]> {
  yield TEMPLATE_COLUMNS;
  if (example) yield* TEMPLATE_EXAMPLE;
}

/** An empty template or a worked example; both are imported without touching the mapping. */
export async function template(format: RowFormat | 'json', example: boolean): Promise<{ name: string; body: string | Readable }> {
  const name = `questions-${example ? 'example' : 'template'}.${format}`;
  if (format === 'json') return { name, body: example ? jsonExample() : jsonTemplate() };
  if (format === 'xlsx') return { name, body: await workbookOf(rowsOf(example), guarded) };
  const rows = example ? [TEMPLATE_COLUMNS, ...TEMPLATE_EXAMPLE] : [TEMPLATE_COLUMNS];
  return { name, body: `\uFEFF${rows.map(csvLine).join('')}` };
}
