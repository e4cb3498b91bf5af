import { shared } from './state.ts';

/** A right somebody of the admin may hold. `uid` without the plugin's prefix: `attempts.void`. */
export type PermissionAction = {
  readonly plugin: string;
  readonly uid: string;
  readonly displayName: string;
  readonly subCategory?: string;
};

const all = () => shared('permissions', () => new Map<string, PermissionAction>());

/** Makes a plugin's rights known to Strapi. Call in `register`; core hands them to Strapi's permission service. */
export function registerPermissions(plugin: string, actions: readonly Omit<PermissionAction, 'plugin'>[]): void {
  for (const action of actions) all().set(`plugin::${plugin}.${action.uid}`, { plugin, ...action });
}

/** Every registered right with its full name (`plugin::exams.attempts.void`). */
export const permissionActions = (): ReadonlyMap<string, PermissionAction> => all();
