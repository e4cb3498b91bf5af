import { handleJob, onSchedule, registerMigrations, registerPermissions, registerSettings } from '@lyceum/core/server';
import { questionSettings, runImport, tidyImports } from '../../contract/index.ts';
import { runImport as carryOutImport } from './jobs/run-import.ts';
import { tidyImports as tidy } from './jobs/tidy-imports.ts';
import { bank } from './migrations/2026-11-21-bank.ts';
import { duplicates } from './migrations/2026-11-21-duplicates.ts';
import { imports } from './migrations/2026-11-21-imports.ts';
import { taxonomy } from './migrations/2026-11-21-taxonomy.ts';
import { permissions } from './permissions.ts';

/** Hands everything over to the floor. */
export function register(): void {
  registerMigrations('questions', [bank, imports, taxonomy, duplicates]);
  registerPermissions('questions', permissions);
  registerSettings(questionSettings);
  handleJob(runImport, carryOutImport);
  onSchedule(tidyImports, tidy);
}
