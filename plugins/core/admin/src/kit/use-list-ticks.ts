import { type RefObject, useEffect, useState } from 'react';
import { useListKeys } from './work-list-keys.ts';
import { NOTHING, pageToggled, type Selection, toggled, withRange } from './work-list-selection.ts';

export type ListTicks = {
  readonly selection: Selection;
  /** The row the keys are at. */
  readonly activeId: string | null;
  tick(id: string, isRange: boolean): void;
  tickPage(): void;
  tickAll(): void;
  tickNone(): void;
};

export type ListTicksProps = {
  /** Rows of the page in their order. */
  ids: readonly string[];
  /** Another one for every other page: ticks do not stay behind. */
  pageKey: string;
  mayTick: boolean;
  frame: RefObject<HTMLElement>;
  onOpen(id: string): void;
  onHelp(): void;
};

/** Ticks of a work list and the row its keys are at. */
export function useListTicks({ ids, pageKey, mayTick, frame, onOpen, onHelp }: ListTicksProps): ListTicks {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [lastTicked, setLastTicked] = useState<string | null>(null);
  useEffect(() => {
    setSelection(NOTHING);
    setActiveId(null);
  }, [pageKey]);

  const tick = (id: string, isRange: boolean) => {
    setSelection((old) => (isRange && lastTicked !== null ? withRange(old, ids, lastTicked, id) : toggled(old, id, ids)));
    setLastTicked(id);
  };
  const goTo = (id: string) => {
    setActiveId(id);
    const row = frame.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    const name = row?.querySelector<HTMLElement>('.lyceum-list-open') ?? row;
    name?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    name?.focus({ preventScroll: true });
  };
  const move = (by: 1 | -1, isRange: boolean) => {
    const at = activeId === null ? -1 : ids.indexOf(activeId);
    const next = ids[at < 0 ? (by === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    if (isRange && mayTick) setSelection((old) => withRange(old, ids, activeId ?? next, next));
    goTo(next);
  };
  const tickNone = () => setSelection(NOTHING);
  useListKeys({
    move,
    tick: (isRange) => activeId !== null && mayTick && tick(activeId, isRange),
    open: () => activeId !== null && onOpen(activeId),
    forget: tickNone,
    help: onHelp,
  });

  return {
    selection,
    activeId,
    tick,
    tickPage: () => setSelection((old) => pageToggled(old, ids)),
    tickAll: () => setSelection({ ids: new Set(ids), isAll: true }),
    tickNone,
  };
}
