import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { isolated } from './direction.ts';
import { AdminProblem } from './problem.ts';

export type Text = (key: string, values?: Record<string, string | number>) => string;

/** Texts of one plugin's `translations/`; a missing one falls back to English, which Strapi loads beside it. */
export function useText(plugin: string): Text {
  const { formatMessage, locale } = useIntl();
  return useMemo(
    () => (key, values) => isolated(formatMessage({ id: `${plugin}.${key}`, defaultMessage: key }, values), locale),
    [formatMessage, locale, plugin],
  );
}

/** What a person reads about an error: the sentence of its code in their language, then the fields that were wrong. */
export function useProblemText(): (error: unknown) => string {
  const { formatMessage, messages, locale } = useIntl();
  return useMemo(
    () => (error) => {
      if (!(error instanceof AdminProblem)) return error instanceof Error ? error.message : String(error);
      const id = `problem.${error.code}`;
      const values = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, String(value)]));
      const sentence = id in messages ? formatMessage({ id }, values) : error.message;
      const fields = error.errors.map(({ path, message }) => `${path.replace(/^(body|query|params)\./, '')} ${message}`);
      return isolated([sentence, ...fields].join(' · '), locale);
    },
    [formatMessage, messages, locale],
  );
}

/** Dates and times in the reader's own zone. */
export function useDates(): { dateTime(iso: string | null): string; date(iso: string | null): string } {
  const { formatDate, locale } = useIntl();
  return useMemo(
    () => ({
      dateTime: (iso) => (iso ? isolated(formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' }), locale) : '–'),
      date: (iso) => (iso ? isolated(formatDate(iso, { dateStyle: 'medium' }), locale) : '–'),
    }),
    [formatDate, locale],
  );
}
