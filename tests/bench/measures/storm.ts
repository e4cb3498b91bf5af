import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { clear, saveBody } from '../attempts.ts';
import type { Line } from '../compare.ts';
import type { Learner, Stage } from '../stage.ts';

const ARRIVALS = 1_000;
const ARRIVAL_MS = 10_000;
const SAVE_EVERY_MS = 5_000;
const SAVES = 4;

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

type Reply = { status: number; body: Record<string, unknown>; ms: number };

function call(port: number, path: string, headers: Record<string, string>, body?: object): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const text = body && JSON.stringify(body);
    const outgoing = httpRequest({
      port,
      host: '127.0.0.1',
      path,
      method: text ? 'POST' : 'GET',
      agent,
      headers: { ...headers, 'Content-Type': 'application/json' },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: JSON.parse(Buffer.concat(chunks).toString()),
          ms: performance.now() - from,
        }),
      );
    });
    outgoing.end(text);
  });
}

/** A thousand learners arrive within ten seconds, read their paper and save every five seconds. */
export async function storm(stage: Stage): Promise<Line[]> {
  await clear(stage);
  const times: number[] = [];
  let failed = 0;
  const { cms } = stage;
  const note = (reply: Reply) => {
    times.push(reply.ms);
    if (reply.status !== 200) failed += 1;
    return reply.body;
  };
  const learn = async (learner: Learner) => {
    await sleep(Math.random() * ARRIVAL_MS);
    const who = { Authorization: `Bearer ${learner.token}` };
    const started = note(
      await call(cms.port, `/api/v1/exams/${cms.slug}/attempts`, who, { deviceId: randomUUID(), accepted: true }),
    );
    const base = `/api/v1/exams/attempts/${started.attemptId}`;
    note(await call(cms.port, `${base}/paper`, who));
    for (let turn = 1; turn <= SAVES; turn++) {
      await sleep(SAVE_EVERY_MS);
      note(await call(cms.port, `${base}/save`, { ...who, 'Lyceum-Ticket': String(started.ticket) }, saveBody(turn)));
    }
  };
  await Promise.all(cms.learners.slice(0, ARRIVALS).map(learn));
  agent.destroy();
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  return [
    {
      path: 'start storm: 1,000 in 10 s, then autosave every 5 s',
      ours: `p95 ${p95.toFixed(0)} ms`,
      bare: `${times.length} calls`,
      ratio: null,
      goal: 'no error, p95 ≤ 500 ms',
      met: failed === 0 && p95 <= 500,
      note: failed > 0 ? `${failed} failed` : '',
    },
  ];
}
