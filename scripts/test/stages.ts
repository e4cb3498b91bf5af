import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REPOSITORY, runNode } from '../check/command.ts';
import { type Count, countPlaywright, countVitest, NOTHING } from '../check/counts.ts';
import { runCheck } from '../check/run.ts';
import { buildChanged, commandFile } from '../start/builds.ts';
import { findChromium } from './chromium.ts';

export type Stage = {
  readonly name: string;
  readonly needsBrowser: boolean;
  readonly run: (scratch: string, abort: AbortSignal) => Promise<Count>;
};

const FAILED: Count = { ...NOTHING, failed: 1 };

/** The stages in their order; a failing one does not keep the others from running. */
export const STAGES: readonly Stage[] = [
  { name: 'check', needsBrowser: false, run: () => runCheck() },
  { name: 'integration', needsBrowser: false, run: (scratch, abort) => vitest('integration', scratch, abort) },
  { name: 'build', needsBrowser: false, run: build },
  { name: 'journeys', needsBrowser: true, run: journeys },
  { name: 'faults', needsBrowser: false, run: (scratch, abort) => vitest('faults', scratch, abort) },
];

export function makeScratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lyceum-test-'));
  // The user PostgreSQL runs as must be able to pass through.
  chmodSync(folder, 0o755);
  return folder;
}

/** Output a person may want to look at after a run: reports, screenshots, traces. */
const OUTPUT = path.join(REPOSITORY, 'tests', 'output');

async function vitest(project: string, scratch: string, abort: AbortSignal): Promise<Count> {
  const report = path.join(scratch, `${project}.json`);
  const args = [commandFile(REPOSITORY, 'vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests'];
  const outcome = await runNode([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    environment: environmentIn(scratch, project),
    live: true,
    abort,
  });
  return counted(report, outcome.ok, countVitest);
}

/** The pages are built once for journeys and faults; a build that fails is one failure. */
async function build(scratch: string, abort: AbortSignal): Promise<Count> {
  const logFolder = path.join(OUTPUT, 'build');
  mkdirSync(logFolder, { recursive: true });
  await buildChanged({
    repository: REPOSITORY,
    environment: { ...process.env, ...environmentIn(scratch, 'build') },
    logFolder,
    abort,
  });
  return { ...NOTHING, passed: 1 };
}

async function journeys(scratch: string, abort: AbortSignal): Promise<Count> {
  const report = path.join(scratch, 'journeys.json');
  const args = [
    commandFile(REPOSITORY, '@playwright/test', 'cli.js'),
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--reporter=list,json',
  ];
  const outcome = await runNode(args, {
    environment: {
      ...environmentIn(scratch, 'journeys'),
      CHROMIUM_PATH: findChromium() ?? '',
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
    live: true,
    abort,
  });
  return counted(report, outcome.ok, countPlaywright);
}

/** What the report says, and one failure more when the runner failed without a failing test. */
function counted(report: string, ok: boolean, read: (text: string) => Count): Count {
  if (!existsSync(report)) return FAILED;
  const count = read(readFileSync(report, 'utf8'));
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Nothing a stage does touches the data folder of a Lyceum that somebody uses. */
function environmentIn(scratch: string, name: string): NodeJS.ProcessEnv {
  return { LYCEUM_DATA: path.join(scratch, name), TZ: 'UTC', STRAPI_TELEMETRY_DISABLED: 'true', ASTRO_TELEMETRY_DISABLED: '1' };
}

export function removeScratch(scratch: string): void {
  rmSync(scratch, { recursive: true, force: true });
}
