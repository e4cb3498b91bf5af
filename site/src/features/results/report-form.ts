import { reportItem } from '@lyceum/exams/contract';
import type { AstroGlobal } from 'astro';
import type { Locale } from '../../i18n/locales.ts';
import type { Texts } from '../../i18n/texts.ts';
import { call } from '../../lib/api.ts';
import { emptyForm, type FormState, postedValues, refusedForm } from '../account/form.ts';
import { attemptIdOf } from '../exam-player/attempt-page.ts';

/** Which question a report was sent for, and what became of it. */
export type Reported = { readonly item: number; readonly form: FormState };

/**
 * Sends the report of one question; each form names its question by `item`.
 * @returns a way back to the question after success, so that a reload repeats nothing; otherwise the form as it was typed
 */
export async function sendReport(astro: AstroGlobal, t: Texts, locale: Locale, timeZone: string): Promise<Response | Reported> {
  const values = await postedValues(astro.request);
  const item = Number(values.item);
  const checked = reportItem.body?.safeParse({ item, reason: values.reason, text: values.text ?? '' });
  if (!checked?.success) {
    const errors: Record<string, string> = {};
    for (const { path } of checked?.error.issues ?? []) {
      const field = path[0] === 'text' ? 'text' : 'reason';
      errors[field] ??= t(field === 'text' ? 'form.tooLong' : 'exam:report.chooseReason');
    }
    return { item, form: { ...emptyForm(values), errors } };
  }
  try {
    await call(reportItem, { params: { attemptId: attemptIdOf(astro.params.attemptId) }, body: checked.data }, astro);
    return astro.redirect(`${astro.url.pathname}${astro.url.search}#q${item}`, 303);
  } catch (error) {
    return { item, form: refusedForm(error, values, t, locale, timeZone) };
  }
}
