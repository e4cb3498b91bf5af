import { connect, type Socket } from 'node:net';

export type Load = {
  readonly perSec: number;
  readonly p50: number;
  readonly p95: number;
  readonly failed: number;
  readonly count: number;
};

/** One request as bytes, or null when there is nothing more to send. */
export type NextRequest = () => Buffer | null;

/** The bytes of an HTTP/1.1 request. */
export function request(method: string, path: string, headers: Record<string, string>, body?: object): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`];
  for (const [name, value] of Object.entries({ Host: '127.0.0.1', ...headers })) lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

type Answer = { status: number; length: number };

/** Status and whole length of the first answer in the buffer; null while it is not complete. */
function firstAnswer(buffer: Buffer): Answer | null {
  const end = buffer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = buffer.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const declared = /content-length: (\d+)/i.exec(head);
  if (declared) {
    const length = end + 4 + Number(declared[1]);
    return buffer.length >= length ? { status, length } : null;
  }
  if (status === 204 || status === 304) return { status, length: end + 4 };
  const last = buffer.indexOf('\r\n0\r\n\r\n', end);
  return last < 0 ? null : { status, length: last + 7 };
}

/** Sends one request after the other over one connection that is kept open. */
function drive(port: number, next: NextRequest, answered: (status: number, ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let buffer = Buffer.alloc(0);
    let sentAt = 0;
    const send = () => {
      const bytes = next();
      if (!bytes) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(bytes);
    };
    socket.once('connect', send);
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
      const answer = firstAnswer(buffer);
      if (!answer) return;
      buffer = buffer.subarray(answer.length);
      answered(answer.status, performance.now() - sentAt);
      send();
    });
  });
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Drives a server over so many connections until `next` has nothing more; anything but 200 counts as failed. */
export async function hammer(port: number, connections: number, next: NextRequest): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const from = performance.now();
  const answered = (status: number, ms: number) => {
    times.push(ms);
    if (status !== 200) failed += 1;
  };
  await Promise.all(Array.from({ length: connections }, () => drive(port, next, answered)));
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  return { perSec: times.length / seconds, p50: at(times, 0.5), p95: at(times, 0.95), failed, count: times.length };
}

/** A `next` that makes requests until the time is over. */
export function during(ms: number, make: () => Buffer): NextRequest {
  const end = performance.now() + ms;
  return () => (performance.now() < end ? make() : null);
}

/** A `next` that sends each of the given requests once. */
export function each(requests: readonly Buffer[]): NextRequest {
  let place = 0;
  return () => requests[place++] ?? null;
}
