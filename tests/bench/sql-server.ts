import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/** What the hardware gives for a list: node:http and pg, the product's own statements, and nothing else: nobody is asked who they are. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** The statements of each case, by number; told once by the parent. */
let cases: readonly (readonly Statement[])[] = [];
process.on('message', (message) => {
  cases = message as typeof cases;
  process.send?.({ ready: true });
});

const server = createServer(async (message, response) => {
  try {
    const statements = cases[Number(message.url?.slice(1))] ?? [];
    const results = await Promise.all(statements.map(({ text, values }) => pool.query({ text, values: [...values] })));
    const text = JSON.stringify(results.map(({ rows }) => rows));
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(500, { 'Content-Length': 0 }).end();
  }
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
