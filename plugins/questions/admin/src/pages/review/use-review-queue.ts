import { useCall, useLoaded } from '@lyceum/core/admin';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { listQuestions, type QuestionRow } from '../../../../contract/index.ts';

const PAGE = 50;

/** Questions that wait for review, those that wait longest first; the one on screen stands in the address. */
export function useReviewQueue() {
  const call = useCall();
  const [params, setParams] = useSearchParams();
  const [more, setMore] = useState<{ rows: QuestionRow[]; next: string | null }>({ rows: [], next: null });
  const load = (cursor?: string) =>
    call(listQuestions, {
      query: { status: 'inReview', sort: 'updatedAt', pageSize: PAGE, ...(cursor ? { cursor } : {}) } as never,
    });
  const first = useLoaded(() => load(), []);
  useEffect(() => setMore({ rows: [], next: first.value?.next ?? null }), [first.value]);

  const rows = [...(first.value?.rows ?? []), ...more.rows];
  const at = Math.max(
    0,
    rows.findIndex(({ documentId }) => documentId === params.get('question')),
  );
  const choose = (row: QuestionRow | undefined) => {
    if (!row) return;
    setParams(
      (old) => {
        const fresh = new URLSearchParams(old);
        fresh.set('question', row.documentId);
        return fresh;
      },
      { replace: true },
    );
  };
  return {
    ...first,
    rows,
    total: first.value?.total ?? rows.length,
    at,
    current: rows[at] ?? null,
    hasMore: more.next !== null,
    loadMore: async () => {
      if (more.next === null) return;
      const page = await load(more.next);
      setMore((old) => ({ rows: [...old.rows, ...page.rows], next: page.next }));
    },
    choose,
    step: (by: 1 | -1) => choose(rows[at + by]),
    /** The question behind the decided one takes its place on screen. */
    decided: () => {
      choose(rows[at + 1] ?? rows[at - 1]);
      first.reload();
    },
  };
}

export type ReviewQueue = ReturnType<typeof useReviewQueue>;
