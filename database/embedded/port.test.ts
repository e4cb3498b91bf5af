import { createServer, type Server } from 'node:net';
import { expect, it } from 'vitest';
import { isPortFree, listenerOn, nextFreePort, portSentence } from './port.ts';

async function withListener(use: (port: number) => Promise<void>): Promise<void> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    await use(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

it('tells a taken port, who has it, and the next free one', async () => {
  await withListener(async (port) => {
    expect(await isPortFree(port)).toBe(false);
    expect(await nextFreePort(port)).toBeGreaterThan(port);
    expect(listenerOn(port)?.pid).toBe(process.pid);
    expect(portSentence(port)).toContain(`Port ${port} is taken by`);
  });
});

it('tells a port that is free again', async () => {
  let freed = 0;
  await withListener(async (port) => {
    freed = port;
  });
  expect(await isPortFree(freed)).toBe(true);
  expect(portSentence(freed)).toBe(`Port ${freed} is taken.`);
});
