import { AdminProblem } from '@lyceum/core/admin';

/** Messages by field, dotted from the exam: `sections.0.rules.1.count`. */
export type Errors = Readonly<Record<string, string>>;

export function errorsOf(error: unknown): Errors {
  if (!(error instanceof AdminProblem)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path.replace(/^body\.(exam\.)?/, ''), message]));
}

/** Messages of fields below a path, for parts that show theirs together. */
export const errorsBelow = (errors: Errors, path: string): string[] =>
  Object.entries(errors)
    .filter(([field]) => field === path || field.startsWith(`${path}.`))
    .map(([field, message]) => `${field.slice(path.length + 1)} ${message}`.trim());
