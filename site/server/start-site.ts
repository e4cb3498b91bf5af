import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { PageCache } from './cache/page-cache.ts';
import { setPurgeHook } from './cache/purge-hook.ts';
import { clientAddress } from './client-address.ts';
import { createFront } from './front.ts';
import { hostCheck } from './hosts.ts';
import { cmsProxy } from './proxy-to-cms.ts';
import { renderPage, type SiteHandler } from './render-page.ts';
import { staticFiles } from './static-files.ts';

export type SiteOptions = {
  readonly site: SiteHandler;
  /** Folder of the built client. */
  readonly clientDir: string;
  readonly build: string;
  readonly listenHost: string;
  readonly port: number;
  readonly publicHost: string;
  readonly isSecure: boolean;
  readonly isLoopback: boolean;
  readonly cmsUrl: string;
  readonly redisUrl: string | null;
  readonly trustedProxies: readonly string[];
  readonly log: Logger;
};

export type RunningSite = {
  readonly server: Server;
  readonly pages: PageCache;
  /** Takes no new work, finishes what is under way, closes. @param graceMs after which open connections are cut */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** Starts the public origin; resolves when it listens. */
export async function startSite(options: SiteOptions): Promise<RunningSite> {
  const { log, isSecure } = options;
  let isReady = true;
  const pages = new PageCache({
    redisUrl: options.redisUrl,
    build: options.build,
    log,
    render: (key) => renderPage(options.site, key, { host: options.publicHost, isSecure, log }),
  });
  setPurgeHook((tags) => pages.purge(tags));
  const proxy = cmsProxy({ cmsUrl: options.cmsUrl, isSecure, log });
  const front = createFront({
    hostOf: hostCheck(options.publicHost, options.isLoopback, options.port),
    publicUrl: `${isSecure ? 'https' : 'http'}://${options.publicHost}`,
    isSecure,
    addressOf: clientAddress(options.trustedProxies),
    proxy,
    files: await staticFiles(options.clientDir),
    pages,
    site: options.site,
    log,
    isReady: () => isReady,
  });

  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 66_000 }, front.request);
  // An upload of a large question file may take longer than any limit; idle ones end by the proxy's own time-out.
  server.requestTimeout = 0;
  const upgraded = new Set<Socket>();
  server.on('upgrade', (request, socket: Socket, head) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    front.upgrade(request, socket, head);
  });
  await listen(server, options.port, options.listenHost);

  return {
    server,
    pages,
    stop: async (graceMs) => {
      isReady = false;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const socket of upgraded) socket.end();
      const cut = setTimeout(() => {
        for (const socket of upgraded) socket.destroy();
        server.closeAllConnections();
      }, graceMs);
      await closed;
      clearTimeout(cut);
      proxy.close();
      pages.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
