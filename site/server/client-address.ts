import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Says who a request comes from. `X-Forwarded-For` counts only as far as trusted proxies wrote it: the list is read from its
 * end, and the first address that is not a trusted proxy is the visitor. What a visitor wrote in front of that is ignored.
 * @param trustedProxies addresses and ranges such as `10.0.0.0/8`
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

  return (request) => {
    const peer = plain(request.socket.remoteAddress ?? '');
    if (trustedProxies.length === 0 || !isTrusted(peer)) return peer;
    const header = request.headers['x-forwarded-for'];
    const chain = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => plain(part.trim()));
    let visitor = peer;
    for (const address of chain.toReversed()) {
      if (isIP(address) === 0) break;
      visitor = address;
      if (!isTrusted(address)) break;
    }
    return visitor;
  };
}

/** IPv4 as it is, also where the socket says it in IPv6 form. */
const plain = (address: string) => (address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address);
