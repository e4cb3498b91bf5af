import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { DocumentId } from '@lyceum/core/contract';
import fc from 'fast-check';
import { IMPORT_FORMATS, type ImportFormat, QUESTION_TYPES } from '../../plugins/questions/contract/index.ts';
import { anyQuestion } from '../../plugins/questions/domain/testing/arbitrary.ts';
import { asExchange } from '../../plugins/questions/domain/testing/round-trip.ts';
import type { Outgoing } from '../../plugins/questions/server/src/export/exporter.ts';
import { exporterOf } from '../../plugins/questions/server/src/export/formats/registry.ts';
import { readerFor } from '../../plugins/questions/server/src/import/readers/registry.ts';
import { zipped } from './zip-parts.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');
export const FOUND = path.join(REPOSITORY, 'tests/fixtures/fuzz');

/** A file that is mutated, with the format it is read as. */
export type Seed = { readonly name: string; readonly format: ImportFormat; readonly bytes: Buffer };

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(folder, name))
        .filter((file) => statSync(file).isFile())
        .sort()
    : [];

function formatOf(name: string, bytes: Buffer): ImportFormat | null {
  try {
    return readerFor(bytes.subarray(0, 4_096), name).format;
  } catch {
    // A file that no reader accepts, such as a picture.
    return null;
  }
}

const seedOf = (name: string, bytes: Buffer): Seed[] => {
  const format = formatOf(name, bytes);
  return format === null ? [] : [{ name, format, bytes }];
};

/** Packages lie unpacked among the fixtures, so that a reader of the repository sees what is in them. */
async function packages(): Promise<Seed[]> {
  const folder = path.join(REPOSITORY, 'tests/fixtures/exchange');
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'imsmanifest.xml')))
    : [];
  const parts = (name: string) =>
    filesBelow(path.join(folder, name)).map((file) => ({
      name: path.relative(path.join(folder, name), file),
      bytes: readFileSync(file),
    }));
  return Promise.all(
    names.map(async (name): Promise<Seed> => ({ name: `${name}.zip`, format: 'qti', bytes: await zipped(parts(name)) })),
  );
}

/** Questions of every type as our own writers write them. */
async function written(): Promise<Seed[]> {
  const questions = QUESTION_TYPES.flatMap((type) => fc.sample(anyQuestion(type), { numRuns: 4, seed: 1 })).map(asExchange);
  const formats = ['xlsx', 'csv', 'json', 'gift', 'moodle-xml', 'qti'] as const;
  return Promise.all(
    formats.map(async (format): Promise<Seed> => {
      const exporter = exporterOf(format);
      async function* outgoing(): AsyncGenerator<Outgoing> {
        for (const [at, question] of questions.entries()) {
          yield { documentId: `q${at}` as DocumentId, code: question.code ?? '', question };
        }
      }
      const pieces = exporter.write(outgoing(), { report: () => undefined, media: async () => null });
      return { name: `written.${exporter.extension}`, format, bytes: await buffer(Readable.from(pieces)) };
    }),
  );
}

const AIKEN = 'What is 2 + 2?\nA. 3\nB. 4\nC) 5\nANSWER: B\n\nÇay mı, kahve mi?\nA) Çay\nB) Kahve\nANSWER: A\n';

/** Everything there is to start from: fixtures, the real files beside the repository, and questions of our own in every format. */
export async function corpus(): Promise<Seed[]> {
  const folders = [
    path.join(REPOSITORY, 'tests/fixtures/pools'),
    path.join(REPOSITORY, 'tests/fixtures/exchange'),
    path.resolve(REPOSITORY, '../shared/data'),
  ];
  const real = folders
    .flatMap(filesBelow)
    .filter((file) => statSync(file).size < 2_000_000)
    .flatMap((file) => seedOf(path.basename(file), readFileSync(file)));
  const seeds = [
    ...real,
    ...(await packages()),
    ...(await written()),
    { name: 'two.txt', format: 'aiken' as const, bytes: Buffer.from(AIKEN) },
  ];
  const missing = IMPORT_FORMATS.filter((format) => !seeds.some((seed) => seed.format === format));
  if (missing.length > 0) throw new Error(`No file to start from for ${missing.join(', ')}`);
  return seeds;
}
