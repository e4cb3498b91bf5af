import { useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { useEffect, useRef, useState } from 'react';
import {
  listTagging,
  suggestTags,
  type TaggingItem,
  type TagSuggestion,
  type Tags,
  tagQuestion,
} from '../../../../contract/index.ts';
import { changedTags } from './tags.ts';

/** Questions that suggestions are asked for at once. */
const AHEAD = 5;

/** How a question of this sitting stands. */
export type Mark = 'saving' | 'saved' | { failed: string };
type ById<Value> = Readonly<Record<string, Value>>;
type Done = { documentId: string; before: Partial<Tags> };

/** The queue of questions, what is changed of the one on screen, and saving in the background while one goes on. */
export function useTagging(query: Readonly<Record<string, string>>) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const first = useLoaded(() => call(listTagging, { query } as never), [JSON.stringify(query)]);
  const [rows, setRows] = useState<readonly TaggingItem[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const [edits, setEdits] = useState<ById<Tags>>({});
  const [marks, setMarks] = useState<ById<Mark>>({});
  const [suggestions, setSuggestions] = useState<ById<TagSuggestion | null>>({});
  const [said, setSaid] = useState('');
  const [done, setDone] = useState<readonly Done[]>([]);
  const latest = useRef(rows);
  latest.current = rows;
  const saves = useRef(new Map<string, Promise<unknown>>());
  const isLoadingMore = useRef(false);

  useEffect(() => {
    if (!first.value) return;
    setRows(first.value.rows);
    setNext(first.value.next);
    setAt(0);
    setEdits({});
    setMarks({});
    setDone([]);
  }, [first.value]);

  useEffect(() => {
    if (next === null || at < rows.length - AHEAD || isLoadingMore.current) return;
    isLoadingMore.current = true;
    call(listTagging, { query: { ...query, after: String(next) } } as never)
      .then((page) => {
        setRows((old) => [...old, ...page.rows.filter((row) => !old.some(({ documentId }) => documentId === row.documentId))]);
        setNext(page.next);
      })
      .catch((refused: unknown) => setSaid(problemText(refused)))
      .finally(() => {
        isLoadingMore.current = false;
      });
  }, [at, rows.length, next]);

  useEffect(() => {
    if (rows.slice(at, at + 2).every(({ documentId }) => documentId in suggestions)) return;
    const wanted = rows.slice(at, at + AHEAD).flatMap(({ documentId }) => (documentId in suggestions ? [] : [documentId]));
    const none = Object.fromEntries(wanted.map((id) => [id, null]));
    setSuggestions((old) => ({ ...old, ...none }));
    // Tagging goes on without suggestions where they cannot be had.
    call(suggestTags, { body: { documentIds: wanted } }).then(
      (reply) =>
        setSuggestions((old) => ({ ...old, ...Object.fromEntries(reply.suggestions.map((one) => [one.documentId, one])) })),
      () => undefined,
    );
  }, [at, rows]);

  const current = rows[at] ?? null;
  const tags = current === null ? null : (edits[current.documentId] ?? current.tags);
  const mark = (id: string, value: Mark | undefined) =>
    setMarks(({ [id]: _old, ...others }) => (value === undefined ? others : { ...others, [id]: value }));
  const forget = (id: string) => setEdits(({ [id]: _gone, ...others }) => others);
  const step = (by: number) => setAt((old) => Math.min(Math.max(0, old + by), latest.current.length));

  /** Sends tags of a question and takes over what the server made of them. */
  const send = async (row: TaggingItem, change: Partial<Tags>) => {
    const params = { documentId: row.documentId };
    const saved = await call(tagQuestion, { params, body: { ...change, ifUpdatedAt: row.updatedAt } });
    setRows((old) => old.map((one) => (one.documentId === row.documentId ? { ...one, ...saved } : one)));
    forget(row.documentId);
  };

  const save = () => {
    if (!current || !tags) return;
    const change = changedTags(current.tags, tags);
    const { documentId, code } = current;
    step(1);
    if (Object.keys(change).length === 0) return setSaid(t('tagging.unchanged', { code }));
    const before = changedTags(tags, current.tags);
    mark(documentId, 'saving');
    setDone((old) => [...old, { documentId, before }]);
    saves.current.set(
      documentId,
      send(current, change).then(
        () => {
          mark(documentId, 'saved');
          setSaid(t('tagging.saved', { code }));
        },
        (refused: unknown) => {
          mark(documentId, { failed: problemText(refused) });
          setDone((old) => old.filter((one) => one.documentId !== documentId));
          setSaid(t('tagging.not-saved', { code, reason: problemText(refused) }));
        },
      ),
    );
  };

  const undo = async () => {
    const last = done.at(-1);
    if (!last) return setSaid(t('tagging.nothing-to-undo'));
    setDone((old) => old.slice(0, -1));
    await saves.current.get(last.documentId);
    const place = latest.current.findIndex(({ documentId }) => documentId === last.documentId);
    const row = latest.current[place];
    if (!row) return;
    setAt(place);
    try {
      await send(row, last.before);
      mark(last.documentId, undefined);
      setSaid(t('tagging.undone', { code: row.code }));
    } catch (refused) {
      setSaid(t('tagging.not-saved', { code: row.code, reason: problemText(refused) }));
    }
  };

  return {
    error: first.error,
    isLoading: first.value === null || (first.isLoading && rows.length === 0),
    reload: first.reload,
    rows,
    at,
    current,
    tags,
    marks,
    saved: Object.values(marks).filter((value) => value === 'saved').length,
    total: first.value?.total ?? null,
    suggestion: current ? (suggestions[current.documentId] ?? null) : null,
    /** For a screen reader, and shown beside the keys. */
    said,
    say: setSaid,
    change: (value: Tags) => {
      if (current) setEdits((old) => ({ ...old, [current.documentId]: value }));
    },
    choose: setAt,
    step,
    save,
    undo,
    canUndo: done.length > 0,
  };
}

export type TaggingOnScreen = ReturnType<typeof useTagging>;
