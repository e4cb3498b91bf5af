import { coreProblems, type FieldError } from '../../../contract/index.ts';

type Details = { code?: string; title?: string; detail?: string; errors?: FieldError[]; params?: Record<string, unknown> };

/** A refusal as a page shows it: the code finds the sentence, the fields say where. */
export class AdminProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly params: Readonly<Record<string, unknown>>;
  /** What the answer added in words, such as the names of the exams that use a question. */
  readonly detail: string | null;

  constructor(status: number, details: Details) {
    super(details.detail ?? details.title ?? 'Something went wrong');
    this.name = 'AdminProblem';
    this.code = details.code ?? codeOf(status);
    this.status = status;
    this.errors = details.errors ?? [];
    this.params = details.params ?? {};
    this.detail = details.detail ?? null;
  }
}

/** Strapi's own refusals and those of a proxy carry no code of ours; the status says which sentence fits. */
function codeOf(status: number): string {
  if (status === 0 || status === 502 || status === 504) return coreProblems.unavailable.code;
  return (Object.values(coreProblems).find((problem) => problem.status === status) ?? coreProblems.internal).code;
}

type Envelope = { status?: number; message?: string; details?: Details };

/** What Strapi's client threw, as a refusal; a connection that broke is one too. */
export function toProblem(error: unknown): unknown {
  if (error instanceof TypeError) return new AdminProblem(0, { title: error.message });
  if (!(error instanceof Error) || error.name !== 'FetchError') return error;
  const response = 'response' in error ? (error.response as { data?: { error?: Envelope } } | undefined) : undefined;
  const envelope = response?.data?.error;
  const status = envelope?.status ?? ('status' in error ? Number(error.status) : 500);
  return new AdminProblem(status, { ...(envelope?.message ? { title: envelope.message } : {}), ...envelope?.details });
}
