/** Which rows are ticked: some of this page, or all that the filters find. */
export type Selection = { readonly ids: ReadonlySet<string>; readonly isAll: boolean };

export const NOTHING: Selection = { ids: new Set(), isAll: false };

/** Ticks or unticks one row. Unticking one of all leaves those of this page. */
export function toggled({ ids, isAll }: Selection, id: string, page: readonly string[]): Selection {
  const next = new Set(isAll ? page : ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, isAll: false };
}

/** Ticks everything between two rows of a page, both included; what was ticked stays. */
export function withRange({ ids }: Selection, page: readonly string[], from: string, to: string): Selection {
  const [start, end] = [page.indexOf(from), page.indexOf(to)].sort((a, b) => a - b);
  if (start === undefined || end === undefined || start < 0) return { ids: new Set([...ids, to]), isAll: false };
  return { ids: new Set([...ids, ...page.slice(start, end + 1)]), isAll: false };
}

/** All of the page, or none when all were ticked. */
export const pageToggled = ({ ids }: Selection, page: readonly string[]): Selection =>
  page.length > 0 && page.every((id) => ids.has(id)) ? NOTHING : { ids: new Set(page), isAll: false };
