import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { pino } from 'pino';
import type { SiteHandler } from '../render-page.ts';
import { type RunningSite, type SiteOptions, startSite } from '../start-site.ts';
import { freePort } from './redis.ts';

export type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

export type TestOrigin = {
  readonly port: number;
  readonly site: RunningSite;
  /** Lines of the log, parsed. */
  readonly logged: Record<string, unknown>[];
  readonly ask: (
    path: string,
    options?: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer },
  ) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

type Cms = (request: IncomingMessage, response: ServerResponse) => void;

/** The whole front on a free port, before a cms and a site that the test writes. */
export async function testOrigin(parts: {
  cms?: Cms;
  sockets?: (request: IncomingMessage, socket: Duplex) => void;
  site?: SiteHandler;
  files?: Record<string, string | Buffer>;
  settings?: Partial<SiteOptions>;
}): Promise<TestOrigin> {
  const clientDir = await mkdtemp(path.join(os.tmpdir(), 'lyceum-site-'));
  for (const [name, content] of Object.entries(parts.files ?? {})) {
    await mkdir(path.dirname(path.join(clientDir, name)), { recursive: true });
    await writeFile(path.join(clientDir, name), content);
  }
  const cms = parts.cms === undefined ? null : createServer(parts.cms);
  if (parts.sockets !== undefined) cms?.on('upgrade', parts.sockets);
  const cmsPort = cms === null ? await freePort() : await listening(cms);
  const port = await freePort();
  const logged: Record<string, unknown>[] = [];
  const site = await startSite({
    site:
      parts.site ?? ((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>page</p>')),
    clientDir,
    build: 'test',
    listenHost: '127.0.0.1',
    port,
    publicHost: `127.0.0.1:${port}`,
    isSecure: false,
    isLoopback: true,
    cmsUrl: `http://127.0.0.1:${cmsPort}`,
    redisUrl: null,
    trustedProxies: [],
    log: pino({ level: 'info' }, { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) }),
    ...parts.settings,
  });
  return {
    port,
    site,
    logged,
    ask: (url, options = {}) => ask(port, url, options),
    close: async () => {
      cms?.closeAllConnections();
      cms?.close();
      await site.stop(100);
      await rm(clientDir, { recursive: true, force: true });
    },
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function ask(
  port: number,
  url: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { port, host: '127.0.0.1', path: url, method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}
