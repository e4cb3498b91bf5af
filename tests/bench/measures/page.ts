import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextFreePort } from '@lyceum/database/embedded/port.ts';
import { type Line, perSec, rounds } from '../compare.ts';
import { during, hammer, request } from '../load.ts';
import type { Stage } from '../stage.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const CONNECTIONS = 8;
const READY_MS = 20_000;
/** Headers that belong to one answer and not to the page. */
const OF_ONE_ANSWER = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding', 'x-request-id', 'age'];

async function startSite({ cms, environment }: Stage): Promise<{ child: ChildProcess; port: number }> {
  const port = await nextFreePort(37_000 + (process.pid % 2000));
  const env = {
    ...environment,
    SITE_PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    CMS_URL: `http://127.0.0.1:${cms.port}`,
  };
  const child = fork(path.join(ROOT, 'site/server/main.ts'), {
    cwd: path.join(ROOT, 'site'),
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    const ready = await fetch(`http://127.0.0.1:${port}/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return { child, port };
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error('The site did not become ready');
}

function startStatic(body: Buffer, headers: Record<string, string>): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(path.join(import.meta.dirname, '..', 'static-server.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send({ body: body.toString('base64'), headers });
  return new Promise((resolve) => {
    child.once('message', (message) => resolve({ child, port: (message as { port: number }).port }));
  });
}

const unmeasured = (note: string): Line => ({
  path: 'cached exam page',
  ours: '–',
  bare: '–',
  ratio: null,
  goal: '≥ 0.75',
  met: null,
  note,
});

/** The page of one exam from the tagged cache, against the same compressed bytes from a bare server. */
export async function page(stage: Stage): Promise<Line[]> {
  if (!existsSync(path.join(ROOT, 'site/dist/server/entry.mjs'))) return [unmeasured('the site is not built')];
  const site = await startSite(stage);
  let bare: ChildProcess | undefined;
  try {
    const address = `/exams/${stage.cms.slug}`;
    const asked = { 'Accept-Encoding': 'br', Accept: 'text/html' };
    const read = () => fetch(`http://127.0.0.1:${site.port}${address}`, { headers: asked });
    await (await read()).arrayBuffer();
    const reply = await read();
    if (reply.status !== 200) return [unmeasured(`the page answers ${reply.status}`)];
    // fetch unpacks what it gets; the length on the wire is what the bare server must send too.
    const length = Number(reply.headers.get('content-length'));
    await reply.arrayBuffer();
    const headers = Object.fromEntries([...reply.headers].filter(([name]) => !OF_ONE_ANSWER.includes(name)));
    const limit = await startStatic(Buffer.alloc(length, 'x'), headers);
    bare = limit.child;
    const asking = request('GET', address, { ...asked, Host: `127.0.0.1:${site.port}` });
    const run = (port: number) =>
      hammer(
        port,
        CONNECTIONS,
        during(3_000, () => asking),
      );
    await run(site.port);
    await run(limit.port);
    const seen = await rounds(
      3,
      () => run(site.port),
      () => run(limit.port),
    );
    return [
      {
        path: `cached exam page, ${length} bytes`,
        ours: perSec(seen.ours),
        bare: perSec(seen.bare),
        ratio: seen.ratio,
        goal: '≥ 0.75',
        met: seen.ratio >= 0.75 && seen.failed === 0,
        note: seen.failed > 0 ? `${seen.failed} failed` : '',
      },
    ];
  } finally {
    site.child.kill('SIGKILL');
    bare?.kill('SIGKILL');
  }
}
