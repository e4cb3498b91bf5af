import { cleanLine } from '../text/clean.ts';

export type HeaderAnswer = { headers: string[] } | { wrong: 'missing' } | { wrong: 'twice'; column: string };

/** Names of the columns from the first row: cleaned, an empty one called by its place, none twice. */
export function readHeaders(cells: readonly string[]): HeaderAnswer {
  const names = cells.map(cleanLine);
  while (names.at(-1) === '') names.pop();
  if (names.length === 0 || names.every((name) => name === '')) return { wrong: 'missing' };
  const headers = names.map((name, at) => name.slice(0, 500) || `Column ${at + 1}`);
  const twice = headers.find((name, at) => headers.indexOf(name) !== at);
  return twice === undefined ? { headers } : { wrong: 'twice', column: twice };
}
