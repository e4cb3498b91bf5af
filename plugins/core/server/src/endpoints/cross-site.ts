import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser on another site sent this. Cookies alone must not be enough to change something [A8].
 * Sec-Fetch-Site tells it on every browser of the last years; Origin is the second witness. A caller without
 * both (curl, a partner) has no cookies of a person to misuse.
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders, publicOrigin: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = headers;
  return origin !== undefined && origin !== publicOrigin;
}
