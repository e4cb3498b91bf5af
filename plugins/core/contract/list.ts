import { z } from 'zod';

/** Rows of one page at most. */
export const MAX_PAGE_SIZE = 200;

/**
 * The query every list endpoint takes: keyset paging by an opaque cursor, a sort of the stated fields, a free search.
 * @param sorts the fields one may sort by; the first is the default, `-` in front turns it round
 * @param filters further fields of the query, all optional
 */
export function listQuery<const S extends readonly [string, ...string[]], F extends z.ZodRawShape>(sorts: S, filters: F) {
  const choices = sorts.flatMap((sort) => [sort, `-${sort}`]) as [string, ...string[]];
  return z.strictObject({
    cursor: z.string().max(500).optional(),
    pageSize: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
    sort: z.enum(choices).default(sorts[0]),
    search: z.string().trim().max(200).optional(),
    ...filters,
  });
}

/** The reply every list endpoint gives. `next` is the cursor of the following page, null at the end. */
export function listReply<R extends z.ZodType>(row: R) {
  return z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int().nullable() });
}
