import { db, sql } from '@lyceum/core/server';
import type { Person, TestKit } from '@lyceum/core/testing';
import { type DuplicatePair, duplicatesOf, publishQuestions, startScan } from '../../../contract/index.ts';
import { make } from '../bank/bank.ts';
import { uniqueName } from '../support.ts';

/** Ten words nothing else has. */
export const words = (): string => Array.from({ length: 10 }, () => uniqueName('w').slice(2)).join(' ');

/** Two questions that say nearly the same, published or not. */
export async function twoAlike(
  kit: TestKit,
  as: Person,
  topic: string,
  fields: { a?: object; b?: object; publish?: boolean } = {},
) {
  const stem = words();
  const a = await make(kit, as, topic, { stem: `${stem}?`, ...fields.a });
  const b = await make(kit, as, topic, { stem: `${stem} today?`, ...fields.b });
  if (fields.publish) await publish(kit, as, a.documentId, b.documentId);
  return { a, b, stem };
}

export const publish = (kit: TestKit, as: Person, ...documentIds: string[]) =>
  kit.call<{ done: number }>(publishQuestions, { as, body: { documentIds, acceptWarnings: true } });

/** Compares the whole bank in this process. */
export async function scan(kit: TestKit, as: Person): Promise<void> {
  const reply = await kit.call(startScan, { as });
  if (reply.status !== 200) throw new Error(`scan: ${reply.status} ${reply.text}`);
  await kit.work();
}

/** The pair of two questions, put into the queue as a scan does. */
export async function pairOf(kit: TestKit, as: Person, a: string, b: string): Promise<DuplicatePair> {
  const [first, second] = [a, b].sort();
  await db().run(sql`
    INSERT INTO activity.questions_duplicates (question_a, question_b, similarity) VALUES (${first}, ${second}, 0.9)
    ON CONFLICT DO NOTHING`);
  const { body } = await kit.call<{ pairs: DuplicatePair[] }>(duplicatesOf, { as, params: { documentId: a } });
  const pair = body.pairs.find((one) => [one.a.documentId, one.b.documentId].includes(b as never));
  if (!pair) throw new Error('There is no such pair');
  return pair;
}
