import { type AnyEndpoint, coreProblems, isRefusal, type ProblemDocument, Refusal } from '../../../contract/index.ts';
import { log } from '../ports/log.ts';
import type { RawReply } from './http.ts';

/** PostgreSQL is gone, going or coming: the caller should come back, nothing is lost. */
const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
]);
const GONE_TEXT =
  /connection terminated|connection ended|timeout acquiring a connection|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|server closed the connection|aborted/i;

function causes(error: unknown): unknown[] {
  const list: unknown[] = [];
  for (let at: unknown = error; at && list.length < 5; at = at instanceof Error ? at.cause : undefined) {
    list.push(at, ...(at instanceof AggregateError ? at.errors : []));
  }
  return list;
}

/** True when the database did not answer; the outcome of a write is then unknown to the caller. */
export function isDatabaseGone(error: unknown): boolean {
  return causes(error).some((cause) => {
    if (!(cause instanceof Error)) return false;
    const code = 'code' in cause ? String(cause.code) : '';
    return GONE.has(code) || GONE_TEXT.test(cause.message);
  });
}

/** What the caller is told about an error; anything unexpected is logged once, with its cause, and told as 500. */
export function toRefusal(error: unknown): Refusal {
  if (isRefusal(error)) return error;
  if (isDatabaseGone(error)) {
    log().warn({ code: error instanceof Error && 'code' in error ? error.code : undefined }, 'the database does not answer');
    return new Refusal(coreProblems.unavailable, { params: { retryAfterSec: 2 } });
  }
  log().error({ err: error }, 'unexpected error');
  return new Refusal(coreProblems.internal, { cause: error });
}

function document(refusal: Refusal, requestId: string): ProblemDocument {
  const { problem } = refusal;
  return {
    type: `/help/problems/${problem.code}`,
    title: problem.title,
    status: problem.status,
    code: problem.code,
    requestId,
    ...(refusal.detail ? { detail: refusal.detail } : {}),
    ...(refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
    ...(Object.keys(refusal.params).length > 0 ? { params: refusal.params } : {}),
  };
}

/** RFC 9457 for learners and partners, Strapi's own error envelope for the admin. */
export function problemReply(endpoint: AnyEndpoint, error: unknown, requestId: string): RawReply {
  const refusal = toRefusal(error);
  const body = document(refusal, requestId);
  const retryAfter = refusal.params['retryAfterSec'];
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  if (endpoint.access.kind === 'staff') {
    const envelope = { status: body.status, name: body.code, message: body.detail ?? body.title, details: body };
    return { status: body.status, headers, body: { data: null, error: envelope } };
  }
  return { status: body.status, headers: { ...headers, 'Content-Type': 'application/problem+json' }, body };
}
