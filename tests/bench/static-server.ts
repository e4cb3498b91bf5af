import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The limit of a cached page: the same bytes and headers from memory, whatever is asked for. */
process.once('message', ({ body, headers }: { body: string; headers: Record<string, string> }) => {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_, response) => {
    response.writeHead(200, { ...headers, 'Content-Length': bytes.length }).end(bytes);
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
