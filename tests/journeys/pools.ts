import { createWriteStream, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A pool an editor brings: a CSV nobody touched, and its figures. */
export type Pool = { name: string; csv: string; figures: string; questions: number; groups: number; pass: number };

const OFFICIAL = path.resolve(import.meta.dirname, '../../../shared/data/amateur-radio-technician');
const OURS = path.resolve(import.meta.dirname, '../fixtures/pools');

async function zipOf(files: readonly string[]): Promise<string> {
  const target = path.join(mkdtempSync(path.join(tmpdir(), 'lyceum-pool-')), 'figures.zip');
  const zip = new ZipFile();
  for (const file of files) zip.addFile(file, path.basename(file));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
  return target;
}

/** The official pool where it lies beside the project, else our own of the same form. */
export async function poolToImport(): Promise<Pool> {
  const csv = path.join(OFFICIAL, 'technician-2026-2030.csv');
  if (existsSync(csv)) {
    const figures = await zipOf(['t-1.png', 't-2.png', 't-3.png'].map((name) => path.join(OFFICIAL, name)));
    return { name: 'Technician', csv, figures, questions: 409, groups: 35, pass: 26 };
  }
  return {
    name: 'Harbour',
    csv: path.join(OURS, 'harbour-2026.csv'),
    figures: path.join(OURS, 'harbour-2026-figures.zip'),
    questions: 40,
    groups: 8,
    pass: 6,
  };
}
