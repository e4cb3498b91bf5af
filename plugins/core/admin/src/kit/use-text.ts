import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { AdminProblem } from './problem.ts';

export type Text = (key: string, values?: Record<string, string | number>) => string;

/** Texts of one plugin's `translations/`; a missing one falls back to English, which Strapi loads beside it. */
export function useText(plugin: string): Text {
  const { formatMessage } = useIntl();
  return useMemo(
    () => (key, values) => formatMessage({ id: `${plugin}.${key}`, defaultMessage: key }, values),
    [formatMessage, plugin],
  );
}

/** What a person reads about an error: the sentence of its code in their language, then the fields that were wrong. */
export function useProblemText(): (error: unknown) => string {
  const { formatMessage, messages } = useIntl();
  return useMemo(
    () => (error) => {
      if (!(error instanceof AdminProblem)) return error instanceof Error ? error.message : String(error);
      const id = `problem.${error.code}`;
      const values = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, String(value)]));
      const sentence = id in messages ? formatMessage({ id }, values) : error.message;
      const fields = error.errors.map(({ path, message }) => `${path.replace(/^(body|query|params)\./, '')} ${message}`);
      return [sentence, ...fields].join(' · ');
    },
    [formatMessage, messages],
  );
}

/** Dates and times in the reader's own zone. */
export function useDates(): { dateTime(iso: string | null): string; date(iso: string | null): string } {
  const { formatDate } = useIntl();
  return useMemo(
    () => ({
      dateTime: (iso) => (iso ? formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' }) : '–'),
      date: (iso) => (iso ? formatDate(iso, { dateStyle: 'medium' }) : '–'),
    }),
    [formatDate],
  );
}
