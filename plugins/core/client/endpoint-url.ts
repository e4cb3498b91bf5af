import type { AnyEndpoint } from '../contract/endpoint.ts';
import { coreProblems } from '../contract/problem.ts';
import { ownProblem } from './api-problem.ts';

type Target = Pick<AnyEndpoint, 'path' | 'access'>;

/**
 * The address of an endpoint: learner and partner paths stand below `/api`, staff paths below the admin's root.
 * @param baseUrl origin (`http://127.0.0.1:1337`), '' for the page's own origin, or one that already ends in `/api`
 * @throws ApiProblem core/not-found for a parameter no route could match
 */
export function endpointUrl(baseUrl: string, endpoint: Target, parts: { params?: unknown; query?: unknown } = {}): string {
  const root = baseUrl.replace(/\/+$/, '').replace(/\/api$/, '');
  const prefix = endpoint.access.kind === 'staff' ? '' : '/api';
  return root + prefix + fillPath(endpoint.path, entriesOf(parts.params)) + queryString(entriesOf(parts.query));
}

function fillPath(path: string, params: [string, unknown][]): string {
  const values = new Map(params);
  return path.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = values.get(name);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    // A dot segment would be folded away by the URL parser and reach another route.
    if (text === '' || text === '.' || text === '..') throw ownProblem(coreProblems.notFound);
    return encodeURIComponent(text.toWellFormed());
  });
}

function queryString(query: [string, unknown][]): string {
  const search = new URLSearchParams();
  for (const [name, value] of query) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const text = queryValue(item);
      if (text !== undefined) search.append(name, text);
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function queryValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
