import { usePersistentState } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** Which columns a list shows, in their order, and how tightly. */
export type ListLook = { readonly columns: readonly string[]; readonly density: Density };

/** Where a list's look is kept; lists without one of their own keep it on this device. */
export type ListLookStore = { readonly look: ListLook; change(next: Partial<ListLook>): void };

type Kept = { columns: string[] | null; density: Density };

/**
 * The look of a list, kept on this device under its name. Columns the list no longer has are left out.
 * @param known keys of all columns
 * @param shown keys shown to somebody who chose nothing
 */
export function useDeviceLook(name: string, known: readonly string[], shown: readonly string[]): ListLookStore {
  const [kept, setKept] = usePersistentState<Kept>(`lyceum-look-${name}`, { columns: null, density: 'comfortable' });
  const chosen = (kept.columns ?? []).filter((key) => known.includes(key));
  return {
    look: { columns: chosen.length > 0 ? chosen : shown, density: kept.density },
    change: ({ columns, density }) =>
      setKept({ columns: columns ? [...columns] : kept.columns, density: density ?? kept.density }),
  };
}

const NARROW = '(max-width: 767px)';

/** True where a table has no room and rows become cards. */
export function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const follow = () => setIsNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
