import { useCall, useLoaded } from '@lyceum/core/admin';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type DuplicatePair, listDuplicates } from '../../../../contract/index.ts';

const FILTERS = ['decision', 'topic', 'batch', 'from'] as const;
export type QueueFilter = (typeof FILTERS)[number];
const PAGE = 50;

/** The queue as the address says it: filters, the pair on screen, and what was loaded so far. */
export function useQueue() {
  const call = useCall();
  const [params, setParams] = useSearchParams();
  const [more, setMore] = useState<{ rows: DuplicatePair[]; next: string | null } | null>(null);
  const query = useMemo(
    () => Object.fromEntries(FILTERS.flatMap((name) => (params.get(name) ? [[name, params.get(name) ?? '']] : []))),
    [params.get('decision'), params.get('topic'), params.get('batch'), params.get('from')],
  );
  const key = JSON.stringify(query);
  const first = useLoaded(() => call(listDuplicates, { query: { ...query, pageSize: PAGE } as never }), [key]);
  useEffect(() => setMore(null), [key, first.value]);

  const rows = [...(first.value?.rows ?? []), ...(more?.rows ?? [])];
  const next = more ? more.next : (first.value?.next ?? null);
  const chosen = Number(params.get('pair'));
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const choose = (pair: DuplicatePair | undefined) => {
    if (!pair) return;
    setParams(
      (old) => {
        const fresh = new URLSearchParams(old);
        fresh.set('pair', String(pair.id));
        return fresh;
      },
      { replace: true },
    );
  };
  const filter = (name: QueueFilter, value: string | null) =>
    setParams((old) => {
      const fresh = new URLSearchParams(old);
      fresh.delete('pair');
      if (value) fresh.set(name, value);
      else fresh.delete(name);
      return fresh;
    });
  return {
    ...first,
    rows,
    total: first.value?.total ?? null,
    hasMore: next !== null,
    loadMore: async () => {
      if (next === null) return;
      const page = await call(listDuplicates, { query: { ...query, pageSize: PAGE, cursor: next } as never });
      setMore((old) => ({ rows: [...(old?.rows ?? []), ...page.rows], next: page.next }));
    },
    current: rows[at] ?? null,
    at,
    choose,
    step: (by: 1 | -1) => choose(rows[at + by]),
    filters: query as Partial<Record<QueueFilter, string>>,
    filter,
  };
}

export type Queue = ReturnType<typeof useQueue>;
