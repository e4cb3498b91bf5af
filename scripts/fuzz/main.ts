// npm run fuzz [minutes] [seed] [format]: no reader may crash, hang or grow, whatever bytes it is given.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readingChild } from './child.ts';
import { corpus, FOUND, type Seed } from './corpus.ts';
import { mutated } from './mutate.ts';
import { type Random, randomOf } from './random.ts';
import { unzipped, zipped } from './zip-parts.ts';

const [minutesText, seedText, only] = process.argv.slice(2);
const minutes = Number(minutesText ?? 10);
const seed = Number(seedText ?? Math.floor(Math.random() * 2 ** 32));
if (!(minutes > 0) || !Number.isInteger(seed)) {
  process.stderr.write('Use: npm run fuzz -- [minutes] [seed] [format]\n');
  process.exit(2);
}

/** A ZIP is mutated as bytes, or in one of its entries: broken bytes alone would never get past its directory. */
async function variant({ bytes }: Seed, random: Random, other: Seed): Promise<Buffer> {
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK')) || random.below(4) === 0) return mutated(bytes, random, other.bytes);
  const parts = await unzipped(bytes);
  const at = random.below(parts.length);
  const changed = parts.map((part, place) =>
    place === at ? { ...part, bytes: mutated(part.bytes, random, random.pick(parts).bytes) } : part,
  );
  return zipped(changed);
}

const random = randomOf(seed);
const seeds = (await corpus()).filter(({ format }) => only === undefined || format === only);
const formats = [...new Set(seeds.map(({ format }) => format))];
const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-fuzz-'));
const child = readingChild();
const figures = new Map(formats.map((format) => [format, { read: 0, refused: 0, found: 0 }]));
process.stdout.write(`Fuzzing ${formats.join(', ')} for ${minutes} min from ${seeds.length} files, seed ${seed}\n`);

const end = Date.now() + minutes * 60_000;
while (Date.now() < end) {
  const format = random.pick(formats);
  const own = seeds.filter((one) => one.format === format);
  const start = random.pick(own);
  const bytes = await variant(start, random, random.pick(own));
  const file = path.join(folder, `case-${start.name}`);
  writeFileSync(file, bytes);
  const { kind, detail } = await child.read(file, format);
  const figure = figures.get(format);
  if (figure && (kind === 'read' || kind === 'refused')) figure[kind] += 1;
  else {
    if (figure) figure.found += 1;
    const kept = path.join(
      FOUND,
      format,
      `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${path.extname(start.name)}`,
    );
    mkdirSync(path.dirname(kept), { recursive: true });
    writeFileSync(kept, bytes);
    process.stdout.write(`${kind} from ${start.name}: ${detail}\n  kept as ${path.relative(process.cwd(), kept)}\n`);
  }
}
child.close();
rmSync(folder, { recursive: true, force: true });
for (const [format, { read, refused, found }] of figures)
  process.stdout.write(`${format}: ${read} read, ${refused} refused, ${found} found\n`);
const found = [...figures.values()].reduce((sum, figure) => sum + figure.found, 0);
process.stdout.write(found === 0 ? `No crash and no hang (seed ${seed})\n` : `${found} cases found (seed ${seed})\n`);
process.exit(found === 0 ? 0 : 1);
