import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { nameOf } from './process.ts';

/** True when nothing listens on the port of this machine and we may. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  if (await answers(port)) return false;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A listener on all addresses does not stop us from binding 127.0.0.1 on every system, so ask as well. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(500, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** The first free port at or above `from`; looks at 200. */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < Math.min(from + 200, 65_536); port += 1) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No port from ${from} to ${from + 199} is free.`);
}

/** The process that listens on a port, where the system tells it to us; used in messages only. */
export function listenerOn(port: number): { pid: number; name: string } | null {
  const pid = process.platform === 'linux' ? listenerByProc(port) : listenerByLsof(port);
  return pid === null ? null : { pid, name: nameOf(pid) ?? 'unknown' };
}

/** For people: that a port is taken, and by whom where the system tells. */
export function portSentence(port: number): string {
  const holder = listenerOn(port);
  return `Port ${port} is taken${holder ? ` by ${holder.name} (process ${holder.pid})` : ''}.`;
}

function listenerByProc(port: number): number | null {
  const inodes = new Set(
    [...listeningInodes('/proc/net/tcp', port), ...listeningInodes('/proc/net/tcp6', port)].map((inode) => `socket:[${inode}]`),
  );
  if (inodes.size === 0) return null;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (openFiles(pid).some((target) => inodes.has(target))) return Number(pid);
  }
  return null;
}

function listeningInodes(table: string, port: number): string[] {
  const LISTEN = '0A';
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  let text: string;
  try {
    text = readFileSync(table, 'utf8');
  } catch {
    // A system without this protocol has no such table.
    return [];
  }
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${wanted}`) && columns[3] === LISTEN)
    .map((columns) => columns[9] ?? '');
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return '';
      }
    });
  } catch {
    // Not ours to look at, or gone.
    return [];
  }
}

function listenerByLsof(port: number): number | null {
  try {
    const text = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(text.split('\n')[0]) || null;
  } catch {
    return null;
  }
}
