import { lookup as systemLookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type FetchLimits = { readonly maxBytes: number; readonly timeoutMs: number };

/** What tests replace: names, the rule for addresses, and the wire. */
export type Network = {
  readonly lookup: (host: string) => Promise<readonly { address: string; family: number }[]>;
  readonly isAllowed: (address: string) => boolean;
  readonly request: (options: RequestOptions) => ClientRequest;
};

export const internet: Network = {
  lookup: (host) => systemLookup(host, { all: true, verbatim: true }),
  isAllowed: isPublicAddress,
  request: httpsRequest,
};

export type Fetched = { readonly bytes: Buffer } | { readonly refused: FetchRefusal };
export type FetchRefusal = 'address' | 'privateAddress' | 'unanswered' | 'tooLarge' | 'timedOut';

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** https on its own port, without a password in the address. WHATWG parsing turns decimal and octal hosts into plain ones. */
function parsed(text: string, base?: URL): URL | null {
  const url = URL.parse(text, base?.href);
  return url && url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' ? url : null;
}

type Pinned = { address: string; family: number };

/** The address a host stands for, asked for once; refused when any of its addresses is not public. */
async function pinned(url: URL, { lookup, isAllowed }: Network): Promise<Pinned | FetchRefusal> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family > 0 ? [{ address: host, family }] : await lookup(host).catch(() => []);
  const [first] = found;
  if (first === undefined) return 'unanswered';
  return found.every(({ address }) => isAllowed(address)) ? first : 'privateAddress';
}

/** Opens the connection to exactly the address that was checked; the certificate must still be the host's. */
function answerOf(url: URL, { address, family }: Pinned, signal: AbortSignal, network: Network): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family);
  return new Promise((resolve, reject) => {
    const request = network.request({
      protocol: 'https:',
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: 443,
      path: url.pathname + url.search,
      method: 'GET',
      // No connection of an earlier file is used again: each is opened to an address that was checked for it.
      agent: false,
      lookup,
      signal,
      headers: { accept: 'image/*, audio/*', 'accept-encoding': 'identity', 'user-agent': 'Lyceum import' },
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

async function bytesOf(answer: IncomingMessage, maxBytes: number): Promise<Fetched> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) return { refused: 'tooLarge' };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return { refused: 'tooLarge' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}

async function followed(start: URL, limits: FetchLimits, signal: AbortSignal, network: Network): Promise<Fetched> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const target = await pinned(url, network);
    if (typeof target === 'string') return { refused: target };
    const answer = await answerOf(url, target, signal, network);
    try {
      const status = answer.statusCode ?? 0;
      if (status === 200) return await bytesOf(answer, limits.maxBytes);
      const next = REDIRECTS.has(status) ? parsed(answer.headers.location ?? '', url) : null;
      if (next === null) return { refused: REDIRECTS.has(status) ? 'address' : 'unanswered' };
      url = next;
    } finally {
      answer.destroy();
    }
  }
  return { refused: 'unanswered' };
}

/**
 * Fetches one file from an https address of the public internet [Q-27, W8]. The name is resolved once and the connection goes
 * to that address; redirects are checked like the first address; size and time are limited. Refusals are answers, never errors.
 */
export async function fetchFile(address: string, limits: FetchLimits, network: Network = internet): Promise<Fetched> {
  const url = parsed(address);
  if (url === null) return { refused: 'address' };
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    return await followed(url, limits, signal, network);
  } catch {
    // Reset, certificate, DNS, protocol: for the editor all of it is a file that did not come.
    return { refused: signal.aborted ? 'timedOut' : 'unanswered' };
  }
}
