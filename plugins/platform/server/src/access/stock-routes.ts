import type { Core } from '@strapi/types';

type Route = { readonly method: string; readonly path: string };
type Router = { routes: Route[] };

const isRouter = (value: unknown): value is Router =>
  typeof value === 'object' && value !== null && 'routes' in value && Array.isArray(value.routes);

/** Removes the routes that fit and tells how many. */
function remove(router: unknown, fits: (route: Route) => boolean): number {
  if (!isRouter(router)) return 0;
  const kept = router.routes.filter((route) => !fits(route));
  const removed = router.routes.length - kept.length;
  router.routes = kept;
  return removed;
}

/**
 * Takes away the doors that stand beside ours, before Strapi mounts them: every content-API route of users-permissions
 * (sign-in, registration, reset, connect, user lists) and the admin's page that makes whoever comes first the owner.
 * @throws when they are not where they were in Strapi 5.54, because an open door must stop the start
 */
export function closeStockRoutes(strapi: Core.Strapi): void {
  const users: unknown = strapi.plugin('users-permissions').routes;
  const content = typeof users === 'object' && users !== null && 'content-api' in users ? users['content-api'] : null;
  const admin: unknown = strapi.admin?.routes;
  const adminRouter = typeof admin === 'object' && admin !== null && 'admin' in admin ? admin.admin : null;
  const closed = remove(content, () => true);
  const firstAdmin = remove(adminRouter, ({ method, path }) => method === 'POST' && path === '/register-admin');
  if (closed === 0 || firstAdmin !== 1) {
    throw new Error(
      `Strapi's own account routes are not where they were (${closed} closed, first admin ${firstAdmin}); see plugins/platform stock-routes.ts`,
    );
  }
}
