/** What a Host header means: our public name, another name of this machine, or nothing of ours. */
export type HostCheck = (host: string) => 'public' | 'alias' | 'unknown';

/**
 * Pages build absolute links from the host, so a foreign one would poison caches and mails.
 * @param isLoopback also knows the other names of this machine with the same port
 */
export function hostCheck(publicHost: string, isLoopback: boolean, sitePort: number): HostCheck {
  const main = publicHost.toLowerCase();
  const aliases = new Set(isLoopback ? ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${sitePort}`) : []);
  return (host) => {
    if (host === main) return 'public';
    return aliases.has(host) ? 'alias' : 'unknown';
  };
}
