import { parentPort, workerData } from 'node:worker_threads';
import { NearMatcher } from '../../../domain/duplicates/near-matcher.ts';
import { bankRows, connectTo } from './bank-stream.ts';
import type { FromThread, MatcherRow, RowMatches, ThreadTask, ToThread } from './messages.ts';
import { rowText, scanBatch } from './scan-batch.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread');
const { task, database, threshold, withoutBatch } = workerData as ThreadTask;
const matcher = new NearMatcher(threshold);
/** Codes of questions in the bank, to name them and to know a row that changes one. */
const codes = new Map<string, string>();

const tell = (message: FromThread): void => port.postMessage(message);

async function eachBatch(work: (rows: Parameters<typeof scanBatch>[1]) => void): Promise<void> {
  const client = await connectTo(database);
  try {
    for await (const rows of bankRows(client, withoutBatch)) work(rows);
  } finally {
    await client.end();
  }
}

async function load(): Promise<void> {
  await eachBatch((rows) => {
    for (const row of rows) {
      matcher.load(row.documentId, rowText(row));
      codes.set(row.documentId, row.code);
    }
  });
  tell({ kind: 'loaded', count: matcher.size });
}

function match({ id, text }: MatcherRow): RowMatches {
  const { matches, isLimited } = matcher.add(id, text);
  const found = matches.map((one) => ({ ...one, code: codes.get(one.id) ?? null }));
  return { matches: found.filter(({ code }) => code !== id), isLimited };
}

async function scan(): Promise<void> {
  await eachBatch((rows) => tell({ kind: 'scanned', batch: scanBatch(matcher, rows) }));
  tell({ kind: 'finished' });
}

const failed = (error: unknown): void =>
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });

port.on('message', (message: ToThread) => {
  if (message.kind === 'load') load().catch(failed);
  else if (message.kind === 'match') tell({ kind: 'matched', found: message.rows.map(match) });
  else port.close();
});
if (task === 'scan') scan().catch(failed);
