import { fastLane, registerMigrations, registerPermissions, registerPersonalData, registerSettings } from '@lyceum/core/server';
import type { Core } from '@strapi/types';
import { examSettings } from '../../contract/settings.ts';
import { hotAnswers } from './controllers/learner.ts';
import { registerCloseOverdue } from './jobs/close-overdue-attempts.ts';
import { registerTidyRecordings } from './jobs/tidy-recordings.ts';
import { attempts } from './migrations/2026-11-21-attempts.ts';
import { marking } from './migrations/2026-11-21-marking.ts';
import { PERMISSIONS } from './permissions.ts';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  registerMigrations('exams', [attempts, marking]);
  registerSettings(examSettings);
  registerPermissions('exams', PERMISSIONS);
  registerPersonalData('exams', [
    { table: 'activity.exams_attempts', column: 'user_id', exportAs: 'exam attempts', erase: 'anonymise' },
    { table: 'activity.exams_attempt_grants', column: 'user_id', exportAs: 'exam grants', erase: 'anonymise' },
    { table: 'activity.exams_marks', column: 'user_id', exportAs: 'marks of exam answers', erase: 'anonymise' },
    // The files follow with the next round of `tidyRecordings`.
    { table: 'activity.exams_recordings', column: 'user_id', exportAs: 'exam recordings', erase: 'delete' },
  ]);
  registerCloseOverdue();
  registerTidyRecordings();
  fastLane(strapi, hotAnswers);
}
