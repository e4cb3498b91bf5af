import {
  db,
  handleJob,
  onSchedule,
  registerMigrations,
  registerPermissions,
  registerPersonalData,
  registerSettings,
} from '@lyceum/core/server';
import { findUnusedMedia, questionSettings, runExport, runImport, tidyImports, undoBatch } from '../../contract/index.ts';
import { runExport as carryOutExport } from './jobs/run-export.ts';
import { runImport as carryOutImport } from './jobs/run-import.ts';
import { tidyImports as tidy } from './jobs/tidy-imports.ts';
import { undoBatch as carryOutUndo } from './jobs/undo-import.ts';
import { bank } from './migrations/2026-11-21-bank.ts';
import { care } from './migrations/2026-11-21-care.ts';
import { delivery } from './migrations/2026-11-21-delivery.ts';
import { duplicateScans } from './migrations/2026-11-21-duplicate-scans.ts';
import { duplicates } from './migrations/2026-11-21-duplicates.ts';
import { exchange } from './migrations/2026-11-21-exchange.ts';
import { imports } from './migrations/2026-11-21-imports.ts';
import { list } from './migrations/2026-11-21-list.ts';
import { media } from './migrations/2026-11-21-media.ts';
import { rules } from './migrations/2026-11-21-rules.ts';
import { sets } from './migrations/2026-11-21-sets.ts';
import { shareLinks } from './migrations/2026-11-21-share-links.ts';
import { taxonomy } from './migrations/2026-11-21-taxonomy.ts';
import { translations } from './migrations/2026-11-21-translations.ts';
import { workflow } from './migrations/2026-11-21-workflow.ts';
import { permissions } from './permissions.ts';
import { noteUnused } from './records/unused-media.ts';
import { registerCareWork } from './register-care.ts';
import { registerDuplicateWork } from './register-duplicates.ts';
import { registerListWork } from './register-list.ts';
import { registerSetWork } from './register-sets.ts';

/** Hands everything over to the floor. */
export function register(): void {
  registerMigrations('questions', [
    bank,
    imports,
    taxonomy,
    duplicates,
    delivery,
    exchange,
    list,
    rules,
    shareLinks,
    media,
    duplicateScans,
    care,
    workflow,
    sets,
    translations,
  ]);
  registerPermissions('questions', permissions);
  registerPersonalData('questions', [
    { table: 'activity.questions_reports', column: 'user_id', exportAs: 'reports of questions', erase: 'anonymise' },
  ]);
  registerSettings(questionSettings);
  registerListWork();
  registerDuplicateWork();
  registerCareWork();
  registerSetWork();
  handleJob(runImport, carryOutImport);
  handleJob(undoBatch, carryOutUndo);
  handleJob(runExport, carryOutExport);
  onSchedule(tidyImports, tidy);
  onSchedule(findUnusedMedia, async () => {
    await noteUnused(db());
  });
}
