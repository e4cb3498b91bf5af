import { Readable } from 'node:stream';
import { csvLine, db } from '@lyceum/core/server';
import type { QuestionInput } from '../../../contract/index.ts';
import { EXPORT_COLUMNS, exportCells } from '../../../domain/question/export-cells.ts';
import { draftsAfter } from '../records/question.ts';
import type { QuestionFilter } from '../records/question-filter.ts';
import { toInput } from '../records/question-row.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

const PAGE = 500;

async function* lines(filter: QuestionFilter): AsyncGenerator<string> {
  const paths = topicPaths(await topicTree(db()));
  const pathOf = ({ topic }: QuestionInput) => (topic === null ? '' : (paths.get(topic) ?? ''));
  yield `\uFEFF${csvLine(EXPORT_COLUMNS)}`;
  for (let after = 0; ; ) {
    const rows = await draftsAfter(db(), filter, after, PAGE);
    yield rows.map((row) => csvLine(exportCells(toInput(row), pathOf(toInput(row))))).join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

/** The filtered questions as CSV, row by row from the database; cells no spreadsheet computes [I3]. */
export const questionCsv = (filter: QuestionFilter): Readable => Readable.from(lines(filter));
