import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Exit } from '@lyceum/database/embedded/native.ts';
import { exitOf } from '@lyceum/database/embedded/native.ts';
import { withBuildLock } from './build-lock.ts';
import { line, step } from './progress.ts';
import { sourceHash } from './source-hash.ts';
import { Trouble } from './trouble.ts';

type Build = {
  readonly name: string;
  /** File that must exist for the result to count as there. */
  readonly result: string;
  readonly stamp: string;
  readonly sources: readonly string[];
  readonly doing: string;
  readonly cwd: string;
  /** Scripts to run with Node, one after the other. */
  readonly run: readonly (readonly string[])[];
};

/** The file of a package's command, as seen from one workspace. */
export function commandFile(workspace: string, name: string, file: string): string {
  const require = createRequire(path.join(workspace, 'package.json'));
  const found = require.resolve.paths(name)?.map((folder) => path.join(folder, name, file)) ?? [];
  const place = found.find((each) => existsSync(each));
  if (place === undefined) throw new Trouble(`${name} is not installed. Run npm ci and start again.`);
  return place;
}

function pluginParts(repository: string, parts: readonly string[]): string[] {
  const plugins = readdirSync(path.join(repository, 'plugins'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return plugins.flatMap(({ name }) => parts.map((part) => path.join('plugins', name, part)));
}

const SHARED = ['package-lock.json', 'config/env', 'config/tsconfig'];

function adminBuild(repository: string): Build {
  const cms = path.join(repository, 'cms');
  return {
    name: 'Admin',
    result: path.join(cms, 'build', 'index.html'),
    stamp: path.join(cms, 'build', '.lyceum-admin'),
    sources: [
      ...SHARED,
      'cms/package.json',
      'cms/config',
      'cms/src/admin',
      // The admin's preview of a question is drawn by the learners' own parts, in the site's styles.
      ...pluginParts(repository, ['admin', 'contract', 'views', 'package.json']),
      'site/src/styles',
      ...['client', 'render'].map((part) => `plugins/core/${part}`),
    ],
    doing: 'building, about a minute',
    cwd: cms,
    run: [[commandFile(cms, '@strapi/strapi', 'bin/strapi.js'), 'build']],
  };
}

function siteBuild(repository: string): Build {
  const site = path.join(repository, 'site');
  return {
    name: 'Site',
    result: path.join(site, 'dist', 'server', 'entry.mjs'),
    stamp: path.join(site, 'dist', '.lyceum-site'),
    sources: [
      ...SHARED,
      'site/src',
      'site/public',
      'site/server',
      'site/package.json',
      'site/tsconfig.json',
      'site/astro.config.ts',
      'site/astro.config.mjs',
      ...pluginParts(repository, ['contract', 'domain', 'views', 'package.json']),
      ...['client', 'render'].map((part) => `plugins/core/${part}`),
    ],
    doing: 'building',
    cwd: site,
    run: [[commandFile(site, 'astro', 'bin/astro.mjs'), 'build']],
  };
}

type BuildOptions = {
  readonly repository: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFolder: string;
  readonly abort: AbortSignal;
};

/** Builds what changed since the last build and tells what it did. */
export async function buildChanged(options: BuildOptions): Promise<void> {
  await withBuildLock(options.repository, async () => {
    await buildOne(adminBuild(options.repository), options);
    await buildOne(siteBuild(options.repository), options);
  });
}

function hashOf(build: Build, repository: string): string {
  return sourceHash(repository, build.sources, [process.versions.node.split('.')[0] ?? '']);
}

async function buildOne(build: Build, options: BuildOptions): Promise<void> {
  const hash = hashOf(build, options.repository);
  if (existsSync(build.result) && existsSync(build.stamp) && readFileSync(build.stamp, 'utf8') === hash) {
    line(build.name, 'unchanged since the last build');
    return;
  }
  const log = path.join(options.logFolder, `build-${build.name.toLowerCase()}.log`);
  await step(
    build.name,
    build.doing,
    async () => {
      const words: string[] = [];
      for (const args of build.run) {
        const exit = await run(args, build.cwd, options, words);
        if (options.abort.aborted) throw options.abort.reason;
        if (exit.code !== 0) {
          writeFileSync(log, words.join(''));
          throw new Trouble(
            `${build.name} could not be built:\n${words.join('').trim().split('\n').slice(-25).join('\n')}\nAll of it: ${log}`,
          );
        }
      }
      if (!existsSync(build.result))
        throw new Trouble(`${build.name} was built without ${build.result}; its words:\n${words.join('').slice(-2000)}`);
      mkdirSync(path.dirname(build.stamp), { recursive: true });
      writeFileSync(build.stamp, hash);
    },
    () => 'built',
  );
}

async function run(args: readonly string[], cwd: string, options: BuildOptions, words: string[]): Promise<Exit> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd,
    env: { ...options.environment, NODE_ENV: 'production', NODE_OPTIONS: '--max-old-space-size=3072' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  options.abort.addEventListener('abort', end, { once: true });
  child.stdout?.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  try {
    return await exitOf(child);
  } finally {
    options.abort.removeEventListener('abort', end);
  }
}
