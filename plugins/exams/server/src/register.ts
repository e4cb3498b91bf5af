import { fastLane, registerMigrations, registerPermissions, registerPersonalData, registerSettings } from '@lyceum/core/server';
import type { Core } from '@strapi/types';
import { examSettings } from '../../contract/settings.ts';
import { hotAnswers } from './controllers/learner.ts';
import { registerJobs } from './jobs/close-overdue-attempts.ts';
import { attempts } from './migrations/2026-11-21-attempts.ts';
import { PERMISSIONS } from './permissions.ts';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  registerMigrations('exams', [attempts]);
  registerSettings(examSettings);
  registerPermissions('exams', PERMISSIONS);
  registerPersonalData('exams', [
    { table: 'activity.exams_attempts', column: 'user_id', exportAs: 'exam attempts', erase: 'anonymise' },
    { table: 'activity.exams_attempt_grants', column: 'user_id', exportAs: 'exam grants', erase: 'anonymise' },
  ]);
  registerJobs();
  fastLane(strapi, hotAnswers);
}
