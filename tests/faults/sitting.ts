import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  getPaper,
  type ItemResponse,
  type PaperItem,
  saveAttempt,
  startAttempt,
  submitAttempt,
  TICKET_HEADER,
} from '@lyceum/exams/contract';
import { clientOf, isPassing, type Visitor } from './people.ts';
import type { World } from './world.ts';

/** What one learner sent and what was acknowledged: the history the checker compares with the database. */
export type History = {
  readonly email: string;
  attemptId: string | null;
  /** Every attempt id a start ever answered with. */
  startsAnswered: string[];
  paper: string[];
  acknowledged: { item: number; rev: number; response: string }[];
  saves: number;
  retries: number;
  percent: number | null;
};

export type SittingOptions = {
  readonly slug: string;
  readonly random: () => number;
  readonly saves: number;
  readonly pauseMs: number;
};

/** Does the same again until it is answered; a refusal that will not pass ends the sitting. */
async function persist<T>(history: History, work: () => Promise<T>, withinMs = 60_000): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || performance.now() > until) throw error;
      history.retries += 1;
      await sleep(150 + Math.min(1000, history.retries * 10));
    }
  }
}

/** Something a learner might give for an item, as its type asks; what is recorded is written instead, and earns nothing. */
function anyResponse({ type, options, details }: PaperItem, random: () => number): ItemResponse {
  const place = () => String(1 + Math.floor(random() * Math.max(1, options.length)));
  if (details && 'gaps' in details) return { gaps: Object.fromEntries(details.gaps.map(({ id }) => [id, place()])) };
  if (details && 'prompts' in details) return { pairs: Object.fromEntries(details.prompts.map(({ id }) => [id, place()])) };
  if (type === 'ordering') return { order: options.map(({ id }) => id).sort(() => random() - 0.5) };
  if (options.length > 0) return { selected: [place()] };
  if (type === 'number') return { number: place() };
  return type === 'short-text' ? { text: place() } : { longText: `a text of ${place()}` };
}

/** One learner's whole exam: start, answers saved one batch after the other, submit. Goes on through every crash. */
export async function sit(world: World, visitor: Visitor, options: SittingOptions): Promise<History> {
  const { call } = clientOf(world, visitor);
  const { random } = options;
  const deviceId = randomUUID();
  const history: History = {
    email: visitor.email,
    attemptId: null,
    startsAnswered: [],
    paper: [],
    acknowledged: [],
    saves: 0,
    retries: 0,
    percent: null,
  };
  const started = await persist(history, () =>
    call(startAttempt, { params: { slug: options.slug }, body: { deviceId, accepted: true } }),
  );
  history.attemptId = started.attemptId;
  history.startsAnswered.push(started.attemptId);
  const params = { attemptId: started.attemptId };
  const paper = await persist(history, () => call(getPaper, { params, query: { deviceId } }));
  const items = paper.sections.flatMap((section) => section.items);
  history.paper = items.map((item) => item.stemHtml);
  let { ticket } = started;
  const revs = new Map<number, number>();

  for (let turn = 1; turn <= options.saves; turn += 1) {
    const chosen = new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => Math.floor(random() * items.length)));
    const changes = [...chosen].map((at) => {
      const item = items[at] as (typeof items)[number];
      const rev = (revs.get(item.item) ?? 0) + 1;
      revs.set(item.item, rev);
      const response = anyResponse(item, random);
      return { item: item.item, rev, response, flagged: false, secondsSpent: turn };
    });
    const body = { deviceSeq: turn, position: changes[0]?.item ?? 1, changes };
    const saved = await persist(history, () => call(saveAttempt, { params, body, headers: { [TICKET_HEADER]: ticket } }));
    ticket = saved.ticket;
    history.saves += 1;
    for (const change of changes)
      history.acknowledged.push({ item: change.item, rev: change.rev, response: JSON.stringify(change.response) });
    await sleep(options.pauseMs * (0.5 + random()));
  }

  const result = await persist(history, () => call(submitAttempt, { params, body: {}, headers: { [TICKET_HEADER]: ticket } }));
  history.percent = result.score?.percent ?? null;
  return history;
}
