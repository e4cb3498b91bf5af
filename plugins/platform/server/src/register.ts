import { onSchedule, registerIdentity, registerMigrations, registerSettings } from '@lyceum/core/server';
import type { Core } from '@strapi/types';
import { removeEndedSessions } from '../../contract/jobs.ts';
import { platformSettings } from '../../contract/settings.ts';
import { identity } from './access/identity.ts';
import { closeStockRoutes } from './access/stock-routes.ts';
import { removeEnded } from './jobs/remove-ended-sessions.ts';
import { accounts } from './migrations/2026-11-21-accounts.ts';
import { institutes } from './migrations/2026-11-21-institutes.ts';
import { partnerTokens } from './migrations/2026-11-21-partner-tokens.ts';
import { registerPlatformPermissions } from './permissions.ts';
import { registerPlatformPersonalData } from './personal-data.ts';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  closeStockRoutes(strapi);
  registerMigrations('platform', [accounts, institutes, partnerTokens]);
  registerSettings(platformSettings);
  registerPlatformPermissions();
  registerPlatformPersonalData();
  registerIdentity(identity);
  onSchedule(removeEndedSessions, removeEnded);
}
