import { isApiProblem } from '@lyceum/core/client';
import type { ProblemDocument } from '@lyceum/core/contract';
import type { z } from 'zod';
import type { Locale } from '../../i18n/locales.ts';
import type { Texts } from '../../i18n/texts.ts';
import { problemText } from '../problems/problem-text.ts';

/** A form as its page shows it: what was typed, and what is wrong with it. */
export type FormState = {
  values: Readonly<Record<string, string>>;
  /** By field name; the sentence beside the field. */
  errors: Readonly<Record<string, string>>;
  /** What no field can answer for. */
  refused: string | undefined;
  /** Code of that refusal, for the way on the page offers. */
  code: string | undefined;
};

export const emptyForm = (values: Record<string, string> = {}): FormState => ({
  values,
  errors: {},
  refused: undefined,
  code: undefined,
});

/** The fields of a posted form as text; files are left out. */
export async function postedValues(request: Request): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') values[name] = value;
  }
  return values;
}

/** The sentence for one issue of a contract's schema. */
function issueText(t: Texts, issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined)) return t('form.required');
  if (issue.code === 'too_big') return t('form.tooLong');
  if (issue.code === 'invalid_format' && issue.format === 'email') return t('form.email');
  const field = String(issue.path[0] ?? '');
  if (field === 'email') return t('form.email');
  if (field === 'displayName') return t('form.name');
  if (field === 'timeZone') return t('form.timeZone');
  return t('form.invalid');
}

type Checked<B> = { body: B; state: FormState } | { body: undefined; state: FormState };

/** Checks what was typed by the schema of the endpoint it goes to; unknown fields of the form are left out. */
export function checkForm<B extends z.ZodObject>(
  endpoint: { readonly body?: B },
  values: Record<string, string>,
  t: Texts,
): Checked<z.output<B>> {
  const schema = endpoint.body;
  if (schema === undefined) throw new TypeError('this endpoint takes no body');
  const known = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, values[name]]));
  const checked = schema.safeParse(known);
  if (checked.success) return { body: checked.data, state: emptyForm(values) };
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= values[field]?.trim() === '' ? t('form.required') : issueText(t, issue);
  }
  return { body: undefined, state: { ...emptyForm(values), errors } };
}

/** Fields that a refusal is about; the rest stands above the form. */
function fieldOf(code: string, values: Readonly<Record<string, string>>): string | undefined {
  if (code === 'platform/current-password-wrong') return 'currentPassword';
  if (code.startsWith('platform/password-')) return 'newPassword' in values ? 'newPassword' : 'password';
  return undefined;
}

/**
 * The form after a refusal of the API.
 * @throws the error itself when it is no refusal
 */
export function refusedForm(
  error: unknown,
  values: Readonly<Record<string, string>>,
  t: Texts,
  locale: Locale,
  timeZone?: string,
): FormState {
  if (!isApiProblem(error)) throw error;
  const { problem } = error;
  const sentence = problemText(t, locale, withWait(problem, error.retryAfterSec), timeZone);
  const field = fieldOf(problem.code, values);
  if (field !== undefined) return { values, errors: { [field]: sentence }, refused: undefined, code: problem.code };
  const errors: Record<string, string> = {};
  for (const one of problem.errors ?? []) {
    const name = one.path.split('.').at(-1) ?? '';
    if (name in values) errors[name] = t('form.invalid');
  }
  const refused = Object.keys(errors).length === 0 ? sentence : undefined;
  return { values, errors, refused, code: problem.code };
}

const withWait = (problem: ProblemDocument, retryAfterSec: number | undefined): ProblemDocument =>
  retryAfterSec === undefined ? problem : { ...problem, params: { retryAfterSec, ...problem.params } };
