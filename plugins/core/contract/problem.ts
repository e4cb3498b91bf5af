/** One refusal a plugin may give. `code` is stable and is also the key of its translated sentence and its help page. */
export type Problem = {
  /** `<plugin>/<kebab-name>`, for example `exams/attempt-expired`. */
  readonly code: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** English sentence for developers; people read the translation of `code`. */
  readonly title: string;
};

export type ProblemSpec = { status: number; title: string };

/** A field that was wrong: `path` is dotted from the root of the body, query or params. */
export type FieldError = { path: string; message: string };

/** The answer's body after RFC 9457. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  instance?: string;
  requestId?: string;
  errors?: FieldError[];
  /** Values the reader's sentence needs, such as `{ until: '2026-05-01T10:00:00Z' }`. Never private data. */
  params?: Record<string, string | number | boolean | null>;
};

const kebab = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/**
 * Declares a plugin's refusals; status and title stand here and nowhere else.
 * @param plugin first part of every code
 */
export function defineProblems<Specs extends Record<string, ProblemSpec>>(
  plugin: string,
  specs: Specs,
): { readonly [Name in keyof Specs]: Problem } {
  const entries = Object.entries(specs).map(([name, spec]) => [
    name,
    Object.freeze({ code: `${plugin}/${kebab(name)}`, status: spec.status, title: spec.title }),
  ]);
  return Object.freeze(Object.fromEntries(entries)) as { readonly [Name in keyof Specs]: Problem };
}

/** The refusals that any endpoint may give without naming them. */
export const coreProblems = defineProblems('core', {
  invalidRequest: { status: 400, title: 'The request is not of the expected form' },
  notSignedIn: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  notFound: { status: 404, title: 'There is nothing here' },
  crossSite: { status: 403, title: 'The request came from another site' },
  payloadTooLarge: { status: 413, title: 'The request is too large' },
  idempotencyKeyMissing: { status: 400, title: 'This request needs an Idempotency-Key header' },
  idempotencyKeyReused: { status: 422, title: 'This Idempotency-Key was used for another request' },
  tooManyRequests: { status: 429, title: 'Too many requests; wait a moment' },
  unavailable: { status: 503, title: 'The service cannot answer just now' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  aiUnavailable: { status: 503, title: 'The AI provider does not answer' },
  aiNonsense: { status: 503, title: 'The AI provider gave an answer that cannot be used' },
  aiBudgetSpent: { status: 429, title: 'The AI budget of the day is used up' },
});

/** Thrown by rules and services; carries the problem and the values its sentence needs. */
export class Refusal extends Error {
  readonly problem: Problem;
  readonly params: Record<string, string | number | boolean | null>;
  readonly errors: FieldError[];
  readonly detail: string | undefined;

  constructor(problem: Problem, options: RefusalOptions = {}) {
    super(problem.title, { cause: options.cause });
    this.name = 'Refusal';
    this.problem = problem;
    this.params = options.params ?? {};
    this.errors = options.errors ?? [];
    this.detail = options.detail;
  }
}

export type RefusalOptions = {
  params?: Record<string, string | number | boolean | null>;
  errors?: FieldError[];
  /** For the caller: never a driver message, SQL or another person's data. */
  detail?: string;
  /** For the log only. */
  cause?: unknown;
};

/** Ends the work with a refusal. @throws Refusal always */
export function refuse(problem: Problem, options: RefusalOptions = {}): never {
  throw new Refusal(problem, options);
}

/** True for a Refusal of any copy of this module (cms, tests and site may each load their own). */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'problem' in error;
}
