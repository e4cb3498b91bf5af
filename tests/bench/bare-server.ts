import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DocumentId } from '@lyceum/core/contract';
import type { Sql } from '@lyceum/core/server';
import type { AttemptId } from '@lyceum/exams/contract';
import pg from 'pg';
import { type AttemptWithHistory, historyStatement } from '../../plugins/exams/server/src/records/attempt.ts';
import { finishStatement } from '../../plugins/exams/server/src/records/finish.ts';
import { saveStatement } from '../../plugins/exams/server/src/records/save.ts';
import { insertStatement, startFactsStatement } from '../../plugins/exams/server/src/records/start.ts';

/**
 * What the hardware gives: node:http and pg, the statements of the product, and nothing else: no session, no ticket, no
 * check of the body, no draw, no scoring. Facts come in the body.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_FAST_POOL_MAX ?? 8) });

const query = (statement: Sql) => pool.query({ name: statement.name ?? '', text: statement.text, values: [...statement.values] });

async function bodyOf(message: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

type Ids = { attemptId: string; learnerId: number; deviceId: string };

async function save(body: Ids & { deviceSeq: number; position: number; changes: ({ item: number } & { rev: number })[] }) {
  const changes = Object.fromEntries(body.changes.map(({ item, ...change }) => [String(item), change]));
  const { rows } = await query(saveStatement({ ...body, changes, ticketExpired: false }));
  return rows[0];
}

type Start = { examId: string; formId: number; learnerId: number; deviceId: string; items: number[]; questionIds: string[] };

async function start(body: Start) {
  await query(startFactsStatement(body.examId, body.learnerId));
  const id = randomUUID() as AttemptId;
  const { rows } = await query(
    insertStatement({
      ...body,
      id,
      examId: body.examId as DocumentId,
      number: 1,
      seed: randomBytes(16),
      paper: { sections: [{ id: 'main', items: body.items }] },
      newUses: [],
      itemCount: body.items.length,
      graceSec: 10,
      backNavigation: true,
      openLast: body.items.length,
      wholeSec: 3600,
      sectionSec: null,
      closesAt: null,
    }),
  );
  return { attemptId: id, made: rows.length };
}

/** One result for all: the same size as a real one, but not computed. */
const RESULT = {
  answered: 30,
  ratios: Array(30).fill(0),
  topics: [{ topic: 'topic', name: 'Topic', points: 0, pointsMax: 30, percent: 0, items: 30, right: 0, secondsSpent: 30 }],
  sections: [{ id: 'main', points: 0, pointsMax: 30, percent: 0 }],
};

async function submit(body: Ids) {
  const { rows } = await query(historyStatement(body.attemptId, body.learnerId));
  const attempt: AttemptWithHistory = rows[0];
  const endedAt = new Date();
  const score = { points: 0, pointsMax: 30, percent: 0, passed: false, pendingMarks: 0, result: RESULT };
  const { rowCount } = await query(finishStatement({ attempt, kind: 'practice', closedBy: 'learner', endedAt, ...score }));
  return { done: rowCount, ...score };
}

const paths: Record<string, (body: never) => Promise<unknown>> = { '/save': save, '/start': start, '/submit': submit };

const server = createServer(async (message, response) => {
  try {
    const handle = paths[message.url ?? ''];
    const reply = handle ? await handle((await bodyOf(message)) as never) : null;
    const text = JSON.stringify(reply);
    response
      .writeHead(reply ? 200 : 404, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
      .end(text);
  } catch (error) {
    console.error(error);
    response.writeHead(500, { 'Content-Length': 0 }).end();
  }
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
