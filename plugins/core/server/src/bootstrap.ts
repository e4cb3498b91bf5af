import type { Core } from '@strapi/types';
import { inTransaction } from './data/db.ts';
import { runMigrations } from './data/migrations.ts';
import { makePartitions } from './events/partitions.ts';
import { permissionActions } from './permissions.ts';
import { clock } from './ports/clock.ts';
import { processName } from './ports/log.ts';

/** The cms alone migrates; the jobs process starts after it and finds everything in place. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  if (processName() !== 'jobs') {
    await runMigrations();
    await inTransaction((tx) => makePartitions(tx, clock.now()));
  }
  const actions = [...permissionActions().values()].map(({ plugin, uid, displayName, subCategory }) => ({
    section: 'plugins',
    pluginName: plugin,
    uid,
    displayName,
    ...(subCategory ? { subCategory } : {}),
  }));
  await strapi.service('admin::permission').actionProvider.registerMany(actions);
}
