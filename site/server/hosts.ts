/**
 * The Host headers that are ours. Pages build absolute links from the host, so a foreign one would poison caches and mails.
 * @param isLoopback also accepts the other names of this machine with the same port
 */
export function knownHosts(publicHost: string, isLoopback: boolean, sitePort: number): ReadonlySet<string> {
  const hosts = new Set([publicHost.toLowerCase()]);
  if (isLoopback) for (const name of ['127.0.0.1', 'localhost', '[::1]']) hosts.add(`${name}:${sitePort}`);
  return hosts;
}
