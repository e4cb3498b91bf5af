import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { REPOSITORY } from '../check/command.ts';
import { line } from '../start/progress.ts';
import { Trouble } from '../start/trouble.ts';
import * as lists from './cms-lists.ts';
import { filled, problemWithName, titleOf } from './names.ts';

const TEMPLATE = path.join(import.meta.dirname, 'template');
const PLUGINS = path.join(REPOSITORY, 'plugins');
const CMS = path.join(REPOSITORY, 'cms');

const name = process.argv.slice(2).find((word) => !word.startsWith('--'));
try {
  const problem = problemWithName(name);
  if (problem !== null || name === undefined) throw new Trouble(problem ?? '');
  if (process.argv.includes('--remove')) await remove(name, process.argv.includes('--yes'));
  else make(name);
} catch (cause) {
  if (!(cause instanceof Trouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
}

function make(plugin: string): void {
  const folder = path.join(PLUGINS, plugin);
  if (existsSync(folder)) throw new Trouble(`plugins/${plugin} exists already.`);
  const core: { dependencies: { zod: string } } = JSON.parse(readFileSync(path.join(PLUGINS, 'core', 'package.json'), 'utf8'));
  const values = { name: plugin, Title: titleOf(plugin), zod: core.dependencies.zod };
  for (const file of readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.tmpl'))) {
    const target = path.join(folder, file.replace(/\.tmpl$/, ''));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, filled(readFileSync(path.join(TEMPLATE, file), 'utf8'), values));
  }
  change('config/plugins.js', (text) => lists.withPluginEnabled(text, plugin));
  change('src/index.js', (text) => lists.withPluginGuarded(text, plugin));
  change('package.json', (text) => lists.withDependency(text, plugin));
  install();
  line('Made', `plugins/${plugin}; the cms loads it at its next start`);
  process.stdout.write(
    [
      '',
      'Next:',
      '  npm run dev                     its page is in the menu of the admin',
      '  npm run check                   passes as it is',
      '  docs/guides/a-new-plugin.md     what goes where',
      '',
    ].join('\n'),
  );
}

async function remove(plugin: string, isAgreed: boolean): Promise<void> {
  const folder = path.join(PLUGINS, plugin);
  if (!existsSync(folder)) throw new Trouble(`There is no plugins/${plugin}.`);
  const users = dependants(plugin);
  if (users.length > 0) throw new Trouble(`${users.join(' and ')} still depend on @lyceum/${plugin}; take that out first.`);
  if (!isAgreed) await ask(plugin);
  rmSync(folder, { recursive: true });
  change('config/plugins.js', (text) => lists.withoutPluginEnabled(text, plugin));
  change('src/index.js', (text) => lists.withoutPluginGuarded(text, plugin));
  change('package.json', (text) => lists.withoutDependency(text, plugin));
  install();
  line('Removed', `plugins/${plugin}; tables it made stay in the database`);
}

/** Refuses when an edit that must change the file finds nothing to change. */
function change(file: string, edit: (text: string) => string): void {
  const place = path.join(CMS, file);
  const before = readFileSync(place, 'utf8');
  const after = edit(before);
  if (after === before)
    throw new Trouble(`cms/${file} does not look as expected; see docs/guides/a-new-plugin.md for the line that belongs there.`);
  writeFileSync(place, after);
}

/** Workspaces besides the cms that name the plugin among their dependencies. */
function dependants(plugin: string): string[] {
  const folders = ['site', 'jobs', 'tests', 'database', ...readdirSync(PLUGINS).map((each) => path.join('plugins', each))];
  return folders.filter((folder) => {
    const manifest = path.join(REPOSITORY, folder, 'package.json');
    return (
      existsSync(manifest) &&
      folder !== path.join('plugins', plugin) &&
      readFileSync(manifest, 'utf8').includes(`"@lyceum/${plugin}"`)
    );
  });
}

/** Links the workspace and writes the lock file; everything else is there already, so no network is needed. */
function install(): void {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([each]) => !/^npm_/i.test(each)));
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: REPOSITORY,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ask(plugin: string): Promise<void> {
  if (!process.stdin.isTTY) throw new Trouble('Nobody can be asked here. Say --yes as well.');
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await reader.question(`This deletes plugins/${plugin} with everything in it. Type "yes" to go on: `);
  reader.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new Trouble('Nothing was deleted.');
}
