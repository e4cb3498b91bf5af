import type { ExamKind as Kind, ItemLanguage as Language } from '@lyceum/exams/contract';
import { ExamKind, ItemLanguage } from '@lyceum/exams/contract';

/** What the address of the list asks for; values that are not known are left out. */
export type ExamListQuery = { search: string; kind: Kind | undefined; lang: Language | undefined; cursor: string | undefined };

export function readExamListQuery(params: URLSearchParams): ExamListQuery {
  const kind = ExamKind.safeParse(params.get('kind'));
  const lang = ItemLanguage.safeParse(params.get('lang'));
  return {
    search: (params.get('search') ?? '').trim().slice(0, 200),
    kind: kind.success ? kind.data : undefined,
    lang: lang.success ? lang.data : undefined,
    cursor: params.get('cursor')?.slice(0, 500) || undefined,
  };
}

/** The address of the list with these filters; `/exams` alone when nothing is asked. */
export function examListPath(query: Partial<ExamListQuery>): string {
  const params = new URLSearchParams();
  for (const name of ['search', 'kind', 'lang', 'cursor'] as const) {
    const value = query[name];
    if (value) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '/exams' : `/exams?${text}`;
}
