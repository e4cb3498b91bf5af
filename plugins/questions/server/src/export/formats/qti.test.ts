import { createWriteStream, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DocumentId } from '@lyceum/core/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_TYPES } from '../../../../contract/index.ts';
import type { ExchangeQuestion } from '../../../../domain/exchange/item.ts';
import { anyQuestion } from '../../../../domain/testing/arbitrary.ts';
import { asExchange, differences } from '../../../../domain/testing/round-trip.ts';
import { qtiReader } from '../../import/readers/qti.ts';
import { itemsOf, newFile } from '../../import/readers/qti-testing.ts';
import type { ExportTools, Outgoing } from '../exporter.ts';
import { qtiExporter } from './qti.ts';

async function* outgoing(questions: readonly ExchangeQuestion[]): AsyncGenerator<Outgoing> {
  for (const [at, question] of questions.entries()) {
    yield { documentId: `question${String(at).padStart(16, '0')}` as DocumentId, code: question.code ?? '', question };
  }
}

/** The questions as a package on disk. */
async function written(questions: readonly ExchangeQuestion[], media: ExportTools['media'] = async () => null) {
  const reported: string[][] = [];
  const tools: ExportTools = { report: (_, __, losses) => void reported.push(losses.map(({ code }) => code)), media };
  const file = newFile('.zip');
  await pipeline(Readable.from(qtiExporter.write(outgoing(questions), tools)), createWriteStream(file));
  return { file, reported };
}

const QUESTION: ExchangeQuestion = {
  type: 'single-choice',
  stem: 'Listen: ![A bell](/media/5e6c1f0a-0000-4000-8000-000000000000 "plays=2") and look: ![A bell](/uploads/bell_1.png)',
  options: [
    { id: 'a', text: 'A bell' },
    { id: 'b', text: 'A horn' },
  ],
  key: { correct: ['a'] },
};

describe('a package of QTI 3.0', () => {
  it('with questions of every type comes back with every field [Q-47]', async () => {
    const questions = QUESTION_TYPES.flatMap((type) => fc.sample(anyQuestion(type), { numRuns: 8, seed: 7 })).map(asExchange);
    const unique = questions.map((question, at) => ({ ...question, code: `${question.code?.slice(0, 20)} ${at}` }));
    const { file, reported } = await written(unique);
    await qtiReader.inspect(file);
    const items = await itemsOf(file);
    expect(reported).toHaveLength(unique.length);
    expect(items.flatMap(({ losses, messages }) => [...losses, ...messages])).toEqual([]);
    expect(items.map(({ question }, at) => question && differences(unique[at] ?? question, question))).toEqual(
      unique.map(() => []),
    );
  });

  it('holds the images and recordings its questions show, each once, and says which it could not get [Q-47]', async () => {
    const stored = newFile('.bin');
    writeFileSync(stored, 'bytes');
    const { file, reported } = await written(
      [
        { ...QUESTION, code: 'a' },
        { ...QUESTION, code: 'A' },
        { ...QUESTION, code: 'b', stem: '![x](/uploads/gone.png)' },
      ],
      async (address) =>
        address.includes('gone')
          ? null
          : { name: 'x', mimeType: address.startsWith('/media/') ? 'audio/mpeg' : 'image/png', path: stored, sizeBytes: 5 },
    );
    expect(reported).toEqual([[], [], ['qtiMediaMissing']]);
    const names: string[] = [];
    for await (const { name } of qtiReader.media(file)) names.push(name);
    expect(names.sort()).toEqual(['media/5e6c1f0a-0000-4000-8000-000000000000.mp3', 'media/bell_1.png']);
    const items = await itemsOf(file);
    expect(items[0]?.question?.stem).toBe(
      'Listen: ![A bell](media:media/5e6c1f0a-0000-4000-8000-000000000000.mp3 "plays=2") and look: ![A bell](media:media/bell_1.png)',
    );
    expect(items.map(({ question }) => question?.code)).toEqual(['a', 'A', 'b']);
  });

  it('ends its work when nobody reads on', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Outgoing> {
      try {
        for (let at = 0; ; at += 1) yield* outgoing([{ ...QUESTION, code: `q${at}`, stem: 'x'.repeat(20_000) + Math.sin(at) }]);
      } finally {
        isClosed = true;
      }
    }
    const out = Readable.from(qtiExporter.write(endless(), { report: () => undefined, media: async () => null }));
    await new Promise((resolve) => out.once('readable', resolve));
    out.destroy();
    await expect.poll(() => isClosed).toBe(true);
  });
});
