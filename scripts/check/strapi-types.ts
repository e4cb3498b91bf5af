import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandFile } from '../start/builds.ts';
import { REPOSITORY, runNode } from './command.ts';

const CMS = path.join(REPOSITORY, 'cms');
const GENERATED = path.join(CMS, 'types', 'generated');
const FILES = ['contentTypes.d.ts', 'components.d.ts'];

const kept = mkdtempSync(path.join(tmpdir(), 'lyceum-types-'));
try {
  process.exitCode = await (process.argv.includes('--check') ? check() : generate());
} finally {
  rmSync(kept, { recursive: true, force: true });
}

/** Writes the types of every content type, ours and the plugins', into cms/types/generated. */
async function generate(): Promise<number> {
  const outcome = await runNode([commandFile(CMS, '@strapi/strapi', 'bin/strapi.js'), 'ts:generate-types', '--silent'], {
    cwd: CMS,
    environment: { STRAPI_TELEMETRY_DISABLED: 'true', LYCEUM_DATA: kept, LYCEUM_SEED: 'none' },
  });
  if (outcome.ok) return 0;
  process.stderr.write(outcome.words);
  return 1;
}

/** Generates them, compares with what is committed, and puts that back when it differs. */
async function check(): Promise<number> {
  const before = readAll();
  if (existsSync(GENERATED)) cpSync(GENERATED, path.join(kept, 'generated'), { recursive: true });
  if ((await generate()) !== 0) return 1;
  if (readAll() === before) return 0;
  if (existsSync(path.join(kept, 'generated'))) cpSync(path.join(kept, 'generated'), GENERATED, { recursive: true });
  else rmSync(GENERATED, { recursive: true, force: true });
  process.stderr.write(
    'The Strapi types in cms/types/generated are not those of the content types. Run npm run types and commit the result.\n',
  );
  return 1;
}

function readAll(): string {
  return FILES.map((name) => path.join(GENERATED, name))
    .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
    .join('\0');
}
