import type { Person, TestKit } from '@lyceum/core/testing';
import {
  createQuestion,
  IMPORT,
  listQuestions,
  PUBLISH,
  type Question,
  type QuestionRow,
  READ,
  WRITE,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { uniqueName } from '../support.ts';

/** Everything a teacher may hold, and publishing on top: what is missing is only the right to see all. */
export const WITHOUT_ALL = [READ, WRITE, PUBLISH, IMPORT] as const;

export type Made = Pick<Question, 'documentId' | 'code' | 'updatedAt' | 'stem'>;

/** A new question as its author would write it. */
export async function make(kit: TestKit, as: Person, topic: string, fields: Record<string, unknown> = {}): Promise<Made> {
  const question = {
    ...sample({ topic: topic as never, code: uniqueName('q') }),
    stem: `Stem of ${uniqueName('s')}?`,
    ...fields,
  };
  const reply = await kit.call<Question>(createQuestion, { as, body: { question, acceptWarnings: true } });
  if (reply.status !== 200) throw new Error(`create: ${reply.status} ${reply.text}`);
  return reply.body;
}

export type List = { rows: QuestionRow[]; next: string | null; total: number | null; rankedOf: number | null };

/** A page of the list. */
export async function list(kit: TestKit, as: Person, query: Record<string, string | number>): Promise<List> {
  const reply = await kit.call<List>(listQuestions, { as, query });
  if (reply.status !== 200) throw new Error(`list: ${reply.status} ${reply.text}`);
  return reply.body;
}
