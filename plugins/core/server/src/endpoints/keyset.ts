import { coreProblems, refuse } from '../../../contract/index.ts';
import { type Sql, sql } from '../data/sql.ts';

/** Where a page ended: the sort value and the id of its last row. */
type Cursor = readonly [value: string | number | null, id: string | number];

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws Refusal `core/invalid-request` when somebody made the cursor up */
export function decodeCursor(text: string): Cursor {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(value) &&
      value.length === 2 &&
      value.every((part) => part === null || ['string', 'number'].includes(typeof part))
    ) {
      return [value[0], value[1]];
    }
  } catch {
    // Falls through to the refusal.
  }
  return refuseCursor();
}

const isWhole = (value: string | number | null): boolean => value !== '' && value !== null && Number.isSafeInteger(Number(value));

/** What a value of a cursor must look like for a column of each kind; anything else was made up. */
const FITS: Record<SortColumn['cast'] | 'uuid', (value: string | number | null) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\u0000'),
  int8: isWhole,
  float8: (value) => value !== '' && value !== null && Number.isFinite(Number(value)),
  timestamptz: (value) =>
    typeof value === 'string' && /^\d{4,6}-\d\d-\d\d[ T]\d\d:\d\d[\d:.+Z-]*$/.test(value) && !Number.isNaN(Date.parse(value)),
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
};

const refuseCursor = (): never =>
  refuse(coreProblems.invalidRequest, { errors: [{ path: 'query.cursor', message: 'is not a cursor of this list' }] });

export type SortColumn = { readonly column: string; readonly cast: 'text' | 'int8' | 'float8' | 'timestamptz' };

/**
 * The SQL of one page: a condition that starts after the cursor and the order that goes with it.
 * Ties are broken by the id, so that no row is shown twice or left out.
 * @param sort a field of the contract's list, with `-` in front for descending
 * @param columns what each field is in SQL; a column must not be null
 * @param idKind of what kind the id is, so that a made-up one is refused before the database sees it
 */
export function keyset(
  query: { sort: string; cursor?: string | undefined },
  columns: Record<string, SortColumn>,
  idColumn: string,
  idKind?: 'int8' | 'uuid' | 'text',
): { after: Sql; order: Sql; sortColumn: Sql } {
  const descending = query.sort.startsWith('-');
  const found = columns[query.sort.replace(/^-/, '')];
  if (!found) refuse(coreProblems.invalidRequest, { errors: [{ path: 'query.sort', message: 'is not a field of this list' }] });
  const direction = sql.raw(descending ? 'DESC' : 'ASC');
  const sortColumn = sql.raw(found.column);
  const id = sql.raw(idColumn);
  const order = sql`ORDER BY ${sortColumn} ${direction}, ${id} ${direction}`;
  if (query.cursor === undefined) return { after: sql`TRUE`, order, sortColumn };
  const [value, lastId] = decodeCursor(query.cursor);
  if (!FITS[found.cast](value) || (idKind && !FITS[idKind](lastId))) refuseCursor();
  const compare = sql.raw(descending ? '<' : '>');
  return { after: sql`(${sortColumn}, ${id}) ${compare} (${value}::${sql.raw(found.cast)}, ${lastId})`, order, sortColumn };
}
