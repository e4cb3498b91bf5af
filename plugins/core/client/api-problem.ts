import { coreProblems, defineProblems, type Problem, type ProblemDocument } from '../contract/problem.ts';

/** What can go wrong before an answer is there. Never sent by a server; the site has a sentence for each. */
export const clientProblems = defineProblems('client', {
  offline: { status: 0, title: 'The server could not be reached' },
  timedOut: { status: 0, title: 'The server did not answer in time' },
  unreadable: { status: 0, title: 'The answer could not be read' },
});

/** A call that was refused or did not arrive. `problem.code` is the key of the sentence a person reads. */
export class ApiProblem extends Error {
  readonly problem: ProblemDocument;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  /** Whole seconds the server asks to wait, where it says so. */
  readonly retryAfterSec: number | undefined;

  constructor(problem: ProblemDocument, options: { retryAfterSec?: number | undefined; cause?: unknown } = {}) {
    super(`${problem.code}: ${problem.title}`, { cause: options.cause });
    this.name = 'ApiProblem';
    this.problem = problem;
    this.status = problem.status;
    this.retryAfterSec = options.retryAfterSec;
  }
}

/** True for an ApiProblem of any copy of this module. */
export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === 'ApiProblem' && 'problem' in error;
}

/** A problem that this side found itself. */
export function ownProblem(problem: Problem, cause?: unknown): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: problem.title, status: problem.status, code: problem.code }, { cause });
}

/** Reads a refusing answer: a problem document, Strapi's envelope of the admin routes, or whatever stood in between. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body = await readJson(response);
  const found = asProblem(body, response.status) ?? fallback(response.status);
  const requestId = found.requestId ?? response.headers.get('x-request-id') ?? undefined;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiProblem(
    { ...found, ...(requestId === undefined ? {} : { requestId }) },
    { retryAfterSec: Number.isFinite(retryAfter) ? Math.max(0, Math.ceil(retryAfter)) : undefined },
  );
}

async function readJson(response: Response): Promise<unknown> {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    return undefined;
  }
  return response.json().catch(() => undefined);
}

function asProblem(body: unknown, status: number): ProblemDocument | undefined {
  if (!isRecord(body)) return undefined;
  if (isProblem(body)) return { ...body, status };
  const { error } = body;
  if (!isRecord(error) || typeof error.message !== 'string') return undefined;
  const details = isRecord(error.details) ? error.details : {};
  if (isProblem(details)) return { ...details, status };
  return { ...fallback(status), detail: error.message };
}

function fallback(status: number): ProblemDocument {
  const problem = Object.values(coreProblems).find((known) => known.status === status) ?? gateway(status);
  return { type: 'about:blank', title: problem.title, status, code: problem.code };
}

function gateway(status: number): Problem {
  if (status === 502 || status === 504) return coreProblems.unavailable;
  return status >= 400 && status < 500 ? coreProblems.invalidRequest : coreProblems.internal;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isProblem = (value: Record<string, unknown>): value is ProblemDocument & Record<string, unknown> =>
  typeof value.code === 'string' && typeof value.title === 'string';
