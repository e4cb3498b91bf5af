import { Readable } from 'node:stream';
import { type Actor, csvLine, db } from '@lyceum/core/server';
import type { QuestionInput } from '../../../contract/index.ts';
import type { ExchangeQuestion } from '../../../domain/exchange/item.ts';
import { EXPORT_COLUMNS, exportCells } from '../../../domain/question/export-cells.ts';
import { examTypeCodes } from '../records/exam-type.ts';
import { draftsAfter } from '../records/question.ts';
import type { QuestionFilter } from '../records/question-filter.ts';
import { toInput } from '../records/question-row.ts';
import { skillNames } from '../records/skill.ts';
import { type Scope, scopeOf } from './scope.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

const PAGE = 500;

/** Puts names in the place of ids; what is gone from the bank is left out. */
export async function namer(): Promise<(question: QuestionInput) => ExchangeQuestion> {
  const paths = topicPaths(await topicTree(db()));
  const examTypes = new Map<string, string>((await examTypeCodes(db())).map(({ documentId, code }) => [documentId, code]));
  const skills = new Map<string, string>((await skillNames(db())).map(({ documentId, name }) => [documentId, name]));
  const known = (names: ReadonlyMap<string, string>, ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  return (question) => {
    const [topic = ''] = known(paths, question.topic === null ? [] : [question.topic]);
    const [skill = ''] = known(skills, question.skill === null ? [] : [question.skill]);
    return {
      ...question,
      topic,
      skill,
      furtherTopics: known(paths, question.furtherTopics),
      examTypes: known(examTypes, question.examTypes),
    };
  };
}

async function* lines(filter: QuestionFilter, scope: Scope): AsyncGenerator<string> {
  const name = await namer();
  yield `\uFEFF${csvLine(EXPORT_COLUMNS)}`;
  for (let after = 0; ; ) {
    const rows = await draftsAfter(db(), filter, scope, after, PAGE);
    yield rows.map((row) => csvLine(exportCells(name(toInput(row))))).join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

/** The filtered questions as CSV, row by row from the database; cells no spreadsheet computes [I3]. */
export const questionCsv = async (filter: QuestionFilter, actor: Actor): Promise<Readable> =>
  Readable.from(lines(filter, await scopeOf(actor)));
