import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { differences } from '../testing/round-trip.ts';
import { asMarkdown } from './formatted-text.ts';
import { parseGift } from './gift/parse.ts';
import { giftItems } from './gift/to-item.ts';
import { writeGift } from './gift/write.ts';
import type { ExchangeItem, ExchangeQuestion, Written } from './item.ts';
import { parseJsonQuestions } from './json/parse.ts';
import { JSON_FRAME, writeJson } from './json/write.ts';
import { parseMoodleXml } from './moodle-xml/parse.ts';
import { MOODLE_FRAME, writeMoodleXml } from './moodle-xml/write.ts';

const FILE = fileURLToPath(
  new URL('../../../../../shared/data/amateur-radio-technician/technician-2026-2030.json', import.meta.url),
);
const isThere = existsSync(FILE);

type PoolEntry = { id: string; correct: number; question: string; answers: string[] };
const IDS = ['a', 'b', 'c', 'd'] as const;
const plain = (text: string) => asMarkdown(text, 'plain', { field: 'stem' }).markdown;
const pool = (): ExchangeQuestion[] =>
  (JSON.parse(readFileSync(FILE, 'utf8')) as PoolEntry[]).map(({ id, correct, question, answers }) => ({
    code: id,
    type: 'single-choice',
    topic: `Radio / ${id.slice(0, 2)} / ${id.slice(0, 3)}`,
    stem: plain(question),
    options: answers.map((text, at) => ({ id: IDS[at] ?? 'a', text: plain(text) })),
    details: {},
    key: { correct: [IDS[correct] ?? ''] },
  }));

const FORMATS: readonly [string, (question: ExchangeQuestion) => Written, (texts: string[]) => ExchangeItem[]][] = [
  ['GIFT', writeGift, (texts) => parseGift(texts.join('')).flatMap(giftItems())],
  ['JSON', writeJson, (texts) => parseJsonQuestions(JSON_FRAME.head + texts.join(JSON_FRAME.between) + JSON_FRAME.tail)],
  [
    'Moodle XML',
    (question) => writeMoodleXml(question),
    (texts) => parseMoodleXml(MOODLE_FRAME.head + texts.join('') + MOODLE_FRAME.tail),
  ],
];

describe.skipIf(!isThere)('the Technician pool (skipped where ../shared/data is absent)', () => {
  it.each(FORMATS)('goes out and in as %s with an empty loss report, every question the same [Q-47]', (_, write, read) => {
    const questions = pool();
    expect(questions).toHaveLength(409);
    const written = questions.map(write);
    expect(written.flatMap(({ losses }) => losses)).toEqual([]);
    const items = read(written.map(({ text }) => text ?? ''));
    expect(items).toHaveLength(409);
    expect(items.flatMap(({ losses, messages }) => [...losses, ...messages])).toEqual([]);
    items.forEach(({ question }, at) => {
      const sent = questions[at];
      expect(sent && question && differences(sent, question)).toEqual([]);
    });
  });
});
