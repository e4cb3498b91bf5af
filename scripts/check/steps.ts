import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandFile } from '../start/builds.ts';
import { type Outcome, REPOSITORY, runNode } from './command.ts';
import { type Count, countVitest } from './counts.ts';

/** One thing `npm run check` looks at; it counts as one test, the unit tests as many as they are. */
export type CheckStep = { readonly name: string; readonly run: () => Promise<Outcome & { count?: Count }> };

const root = (name: string, file: string): string => commandFile(REPOSITORY, name, file);
const SITE = path.join(REPOSITORY, 'site');

/** The long ones first, so that two at a time end together. */
export const CHECK_STEPS: readonly CheckStep[] = [
  { name: 'types of the server', run: () => runNode([root('typescript', 'lib/tsc.js'), '-p', 'tsconfig.server.json']) },
  { name: 'unit tests', run: unitTests },
  {
    name: 'types of the site',
    run: () => runNode([commandFile(SITE, '@astrojs/check', 'bin/astro-check.js'), '--root', SITE], { cwd: SITE }),
  },
  { name: 'types of the admin', run: () => runNode([root('typescript', 'lib/tsc.js'), '-p', 'tsconfig.admin.json']) },
  {
    name: 'imports',
    run: () =>
      runNode([
        root('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'plugins',
        'site/src',
        'site/server',
        'jobs',
        'config',
        'cms/src',
      ]),
  },
  { name: 'dead code', run: () => runNode([root('knip', 'bin/knip.js'), '--no-progress']) },
  { name: 'format and lint', run: () => runNode([root('@biomejs/biome', 'bin/biome'), 'check', '--diagnostic-level=warn', '.']) },
  { name: 'generated Strapi types', run: () => runNode(['scripts/check/strapi-types.ts', '--check']) },
  { name: 'lock file', run: () => runNode(['scripts/check/lock-platforms.ts', '--check']) },
  { name: 'environment in README', run: () => runNode(['scripts/check/readme-env.ts', '--check']) },
];

async function unitTests(): Promise<Outcome & { count?: Count }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-unit-'));
  const report = path.join(folder, 'report.json');
  try {
    const outcome = await runNode([
      root('vitest', 'vitest.mjs'),
      'run',
      '--project',
      'unit',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    return existsSync(report) ? { ...outcome, count: countVitest(readFileSync(report, 'utf8')) } : outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
