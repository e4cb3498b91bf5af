import { csvLine } from '@lyceum/core/server';
import { guarded } from '../../../../domain/import/formula-guard.ts';
import { EXPORT_COLUMNS, exportCells } from '../../../../domain/question/export-cells.ts';
import { workbookOf } from '../../import/workbook.ts';
import type { Exporter, ExportTools, Outgoing } from '../exporter.ts';

async function* cells(questions: AsyncIterable<Outgoing>, tools: ExportTools): AsyncGenerator<readonly string[]> {
  yield EXPORT_COLUMNS;
  for await (const outgoing of questions) {
    tools.report(outgoing, true, []);
    yield exportCells(outgoing.question);
  }
}

/** A table that the import takes back as it is; no cell of it is computed by a spreadsheet [Q-47, I3]. */
export const csvExporter: Exporter = {
  extension: 'csv',
  kind: 'csv',
  holdsMedia: false,
  async *write(questions, tools) {
    yield '\uFEFF';
    for await (const row of cells(questions, tools)) yield csvLine(row);
  },
};

export const xlsxExporter: Exporter = {
  extension: 'xlsx',
  kind: 'xlsx',
  holdsMedia: false,
  async *write(questions, tools) {
    yield* (await workbookOf(cells(questions, tools), guarded)) as AsyncIterable<Uint8Array>;
  },
};
