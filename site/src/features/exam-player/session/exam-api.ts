import { type Call, isApiProblem } from '@lyceum/core/client';
import type {
  getPaper,
  nextSection,
  Paper,
  playMedia,
  playOwnRecording,
  saveAttempt,
  submitAttempt,
  takeOverAttempt,
  uploadRecording,
} from '@lyceum/exams/contract';
import type { refreshSession } from '@lyceum/platform/contract';
import { syncFrom, type TimeSync } from '../clock/exam-clock.ts';
import type { Batch } from '../journal/journal.ts';
import type { RenewOutcome, SaveOutcome } from '../journal/saver-world.ts';

/** The endpoints of an attempt. Passed in by the page, so that schemas stay on the server. */
export type ExamEndpoints = {
  readonly getPaper: typeof getPaper;
  readonly takeOver: typeof takeOverAttempt;
  readonly save: typeof saveAttempt;
  readonly nextSection: typeof nextSection;
  readonly submit: typeof submitAttempt;
  readonly refresh: typeof refreshSession;
  readonly play: typeof playMedia;
  readonly upload: typeof uploadRecording;
  readonly listen: typeof playOwnRecording;
};

/** Time of the attempt and of its open section, as a reply brought it. Null where there is no limit. */
export type Times = { readonly exam: TimeSync | null; readonly section: TimeSync | null };

/** Why a call did not give what was asked. */
export type Refused = 'unreachable' | 'ticketExpired' | 'elsewhere' | 'signedOut' | 'closed' | 'refused';

export type ExamApi = {
  readonly save: (batch: Batch) => Promise<SaveOutcome>;
  /** A new ticket, only while this tab holds the attempt: an old tab must not take it back by accident. */
  readonly renew: () => Promise<RenewOutcome>;
  /** This tab holds the attempt from now on. `moved` tells that another one did before. */
  readonly takeOver: () => Promise<{ kind: 'held'; moved: boolean } | { kind: Refused }>;
  readonly paper: () => Promise<{ kind: 'paper'; paper: Paper } | { kind: Refused }>;
  readonly nextSection: (from: string) => Promise<{ kind: 'opened' } | { kind: Refused }>;
  readonly submit: (last: Batch | null) => Promise<{ kind: 'handedIn' } | { kind: Refused }>;
};

/** Lets a call outlive the page; browsers allow 64 KiB for all such calls together. */
const KEEPALIVE_MOST_BYTES = 30_000;

type Options = {
  readonly call: Call;
  readonly endpoints: ExamEndpoints;
  readonly attemptId: Paper['attemptId'];
  readonly deviceId: string;
  /** Name of the header that carries the ticket. */
  readonly ticketHeader: string;
  readonly now: () => number;
  readonly onTimes: (times: Times) => void;
};

/** The attempt's calls, with the ticket kept and renewed on the way and each refusal told by what follows from it. */
export function createExamApi({ call, endpoints, attemptId, deviceId, ticketHeader, now, onTimes }: Options): ExamApi {
  const params = { attemptId };
  let ticket: string | null = null;

  const withTicket = () => ({ headers: ticket === null ? {} : { [ticketHeader]: ticket } });
  const tellTimes = (askedAtMs: number, seconds: { secondsLeft: number | null; sectionSecondsLeft: number | null }) => {
    const sync = (left: number | null) => (left === null ? null : syncFrom(left, askedAtMs, now()));
    onTimes({ exam: sync(seconds.secondsLeft), section: sync(seconds.sectionSecondsLeft) });
  };

  const bySession = <T>(work: () => Promise<T>) => renewing(work, () => call(endpoints.refresh));

  async function paper(): ReturnType<ExamApi['paper']> {
    try {
      const askedAtMs = now();
      const reply = await bySession(() => call(endpoints.getPaper, { params, query: { deviceId } }));
      tellTimes(askedAtMs, reply);
      return { kind: 'paper', paper: reply };
    } catch (error) {
      return { kind: refusalOf(error) };
    }
  }

  async function takeOver(): ReturnType<ExamApi['takeOver']> {
    try {
      const reply = await bySession(() => call(endpoints.takeOver, { params, body: { deviceId } }));
      ticket = reply.ticket;
      return { kind: 'held', moved: reply.tookOver };
    } catch (error) {
      return { kind: refusalOf(error) };
    }
  }

  return {
    paper,
    takeOver,

    async save(batch) {
      const askedAtMs = now();
      const body = { ...batch };
      try {
        const reply = await call(endpoints.save, {
          params,
          body,
          ...withTicket(),
          keepalive: JSON.stringify(body).length < KEEPALIVE_MOST_BYTES,
        });
        ticket = reply.ticket;
        tellTimes(askedAtMs, reply);
        return { kind: 'saved', revs: reply.revs, closedItems: reply.closedItems };
      } catch (error) {
        const retryAfterSec = isApiProblem(error) ? error.retryAfterSec : undefined;
        return { kind: refusalOf(error), retryAfterSec };
      }
    },

    async renew() {
      const fresh = await paper();
      if (fresh.kind !== 'paper') return asRenewal(fresh.kind);
      if (!fresh.paper.here) return 'elsewhere';
      const taken = await takeOver();
      return taken.kind === 'held' ? 'renewed' : asRenewal(taken.kind);
    },

    async nextSection(from) {
      try {
        await bySession(() => call(endpoints.nextSection, { params, body: { from } }));
        return { kind: 'opened' };
      } catch (error) {
        return { kind: refusalOf(error) };
      }
    },

    async submit(last) {
      const body = last === null ? {} : { last };
      try {
        await bySession(() => call(endpoints.submit, { params, body, ...withTicket(), timeoutMs: 30_000 }));
        return { kind: 'handedIn' };
      } catch (error) {
        return { kind: refusalOf(error) };
      }
    },
  };
}

/** Calls by the session; one whose access has run out is renewed on the way, which a long paper makes the rule. */
export async function renewing<T>(work: () => Promise<T>, renew: () => Promise<unknown>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (refusalOf(error) !== 'signedOut') throw error;
    await renew();
    return work();
  }
}

const asRenewal = (refused: Refused): RenewOutcome =>
  refused === 'ticketExpired' || refused === 'refused' ? 'unreachable' : refused;

/** What follows from a refusal, by its code; an answer that never came, or one of a server in trouble, is tried again. */
export function refusalOf(error: unknown): Refused {
  if (!isApiProblem(error)) return 'unreachable';
  switch (error.problem.code) {
    case 'exams/attempt-elsewhere':
      return 'elsewhere';
    case 'exams/ticket-expired':
    case 'exams/ticket-invalid':
      return 'ticketExpired';
    case 'exams/attempt-expired':
    case 'exams/attempt-closed':
    case 'exams/attempt-not-found':
      return 'closed';
    default:
      if (error.status === 401) return 'signedOut';
      return error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429
        ? 'refused'
        : 'unreachable';
  }
}
