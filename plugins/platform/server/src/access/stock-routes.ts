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

/** users-permissions hands its content-API routes over as a factory, so the whole router is replaced by an empty one. */
function closeAccountRoutes(strapi: Core.Strapi): boolean {
  const plugin = strapi.plugin('users-permissions');
  const routers: unknown = plugin.routes;
  if (typeof routers !== 'object' || routers === null || !('content-api' in routers)) return false;
  routers['content-api'] = { type: 'content-api', routes: [] };
  return true;
}

function closeFirstAdminRoute(strapi: Core.Strapi): boolean {
  const routers: unknown = strapi.admin?.routes;
  const router = typeof routers === 'object' && routers !== null && 'admin' in routers ? routers.admin : null;
  return remove(router, ({ method, path }) => method === 'POST' && path === '/register-admin') === 1;
}

/**
 * Takes away the doors that stand beside ours, before Strapi mounts them: every content-API route of users-permissions
 * (sign-in, registration, reset, connect, user lists) and the admin's page that makes whoever comes first the owner.
 * @throws when they are not where they were in Strapi 5.54, because an open door must stop the start
 */
export function closeStockRoutes(strapi: Core.Strapi): void {
  const closed = { accounts: closeAccountRoutes(strapi), firstAdmin: closeFirstAdminRoute(strapi) };
  if (!closed.accounts || !closed.firstAdmin) {
    throw new Error(
      `Strapi's own account routes are not where they were (${JSON.stringify(closed)}); see access/stock-routes.ts of platform`,
    );
  }
}
