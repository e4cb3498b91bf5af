import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { QuestionFilter } from '../../../plugins/questions/contract/index.ts';
import { countStatement, listStatement } from '../../../plugins/questions/server/src/records/question-list.ts';
import { fillBank } from '../bank.ts';
import { type Line, median } from '../compare.ts';
import { each, hammer, request } from '../load.ts';
import type { Stage } from '../stage.ts';

const QUESTIONS = Number(process.env['BENCH_BANK'] ?? 100_000);
const ROUNDS = 3;
/** Times each case is asked in a round. */
const TIMES = 12;
const CONNECTIONS = 2;

type Case = { readonly group: string; readonly query: Record<string, string> };

const casesFor = ({ topic, examType }: { topic: string; examType: string }): Case[] => [
  { group: 'filter', query: { sort: '-updatedAt', topic, difficultyMin: '3', difficultyMax: '8' } },
  { group: 'filter', query: { sort: 'code', examType, status: 'published,draft', language: 'en,tr' } },
  { group: 'filter', query: { sort: '-updatedAt', tag: 'tag10', type: 'single-choice,number' } },
  { group: 'filter', query: { sort: 'difficulty', owner: '7', missing: 'skill', licence: 'no' } },
  { group: 'filter', query: { sort: '-updatedAt', media: 'no', used: 'yes' } },
  { group: 'search', query: { sort: 'relevance', search: 'device 4711' } },
  { group: 'search', query: { sort: 'relevance', search: 'rotor hall 17' } },
  { group: 'search', query: { sort: 'relevance', search: 'common' } },
  { group: 'search', query: { sort: '-updatedAt', search: 'BQ-00047' } },
  { group: 'sort', query: { sort: 'code' } },
  { group: 'sort', query: { sort: '-difficulty' } },
  { group: 'sort', query: { sort: '-timesUsed' } },
  { group: 'page 200', query: { sort: '-updatedAt', pageSize: '200' } },
  { group: 'page 200', query: { sort: 'code', pageSize: '200', cursor: cursor(['BQ-0090000', 90_000]) } },
];

function cursor(value: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The editor of the bench, signed in at the admin. */
async function editorToken({ cms }: Stage): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${cms.port}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...cms.editor, deviceId: randomUUID(), rememberMe: false }),
  });
  const signedIn = (await reply.json()) as { data?: { token?: string; accessToken?: string } };
  const token = signedIn.data?.accessToken ?? signedIn.data?.token;
  if (!token) throw new Error(`The editor of the bench could not sign in: ${reply.status} ${JSON.stringify(signedIn)}`);
  return token;
}

/** The statements the product runs for a case: a page, and the count where it is the first one. */
function statementsOf({ query }: Case) {
  const { sort = 'code', pageSize = '50', cursor: after, ...rest } = query;
  const filter = QuestionFilter.parse(rest);
  const scope = { kind: 'all', staffId: 1 } as const;
  const page = listStatement(filter, scope, { sort, pageSize: Number(pageSize), cursor: after });
  return [page, ...(after === undefined ? [countStatement(filter, scope)] : [])].map(({ text, values }) => ({ text, values }));
}

async function bareServer({ environment }: Stage, cases: readonly Case[]) {
  const child = fork(path.join(import.meta.dirname, '..', 'sql-server.ts'), {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = <T>() => new Promise<T>((resolve) => child.once('message', (message) => resolve(message as T)));
  const { port } = await told<{ port: number }>();
  child.send(cases.map(statementsOf));
  await told();
  return { port, stop: () => child.kill('SIGKILL') };
}

/** The list of the bank over HTTP, signed in, against the same statements without anything around them; p95 of each group. */
export async function questionList(stage: Stage): Promise<Line[]> {
  const cases = casesFor(await fillBank(stage.database, QUESTIONS));
  const token = await editorToken(stage);
  const bare = await bareServer(stage, cases);
  const groups = [...new Set(cases.map(({ group }) => group))];
  const seen = new Map(groups.map((group) => [group, { ours: [] as number[], bare: [] as number[] }]));
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const group of groups) {
        const places = cases.flatMap((one, at) => (one.group === group ? [at] : []));
        const mixed = Array.from({ length: TIMES * places.length }, (_, at) => places[at % places.length] ?? 0);
        const asked = mixed.map((at) =>
          request('GET', `/questions/questions?${new URLSearchParams(cases[at]?.query)}`, { Authorization: `Bearer ${token}` }),
        );
        const mine = await hammer(stage.cms.port, CONNECTIONS, each(asked));
        const limit = await hammer(bare.port, CONNECTIONS, each(mixed.map((at) => request('GET', `/${at}`, {}))));
        if (mine.failed + limit.failed > 0)
          throw new Error(`${mine.failed} of ours and ${limit.failed} of the bare calls failed`);
        // The first round warms both.
        if (round >= 0) seen.get(group)?.ours.push(mine.p95);
        if (round >= 0) seen.get(group)?.bare.push(limit.p95);
      }
    }
  } finally {
    bare.stop();
  }
  return groups.map((group): Line => {
    const { ours = [], bare: limit = [] } = seen.get(group) ?? {};
    const [mine, theirs] = [median(ours), median(limit)];
    return {
      path: `question list at ${QUESTIONS.toLocaleString('en')}, ${group}`,
      ours: `p95 ${mine.toFixed(1)} ms`,
      bare: `p95 ${theirs.toFixed(1)} ms`,
      ratio: mine / theirs,
      goal: '≤ 2',
      met: mine <= 2 * theirs,
    };
  });
}
