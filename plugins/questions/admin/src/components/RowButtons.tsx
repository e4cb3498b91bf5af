import { useText } from '@lyceum/core/admin';
import { IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import type { KeyboardEvent } from 'react';

export type RowButtonsProps = {
  /** What the row is called: "Option B". */
  name: string;
  at: number;
  count: number;
  onMove?: (by: -1 | 1) => void;
  onRemove: () => void;
  canRemove?: boolean;
};

/** Runs a change that puts rows elsewhere and gives the focus back to what had it, or to a neighbour that can take it. */
export function keepFocus(change: () => void): void {
  const focused = document.activeElement;
  change();
  requestAnimationFrame(() => {
    if (!(focused instanceof HTMLElement)) return;
    const canTake = focused.isConnected && !focused.matches(':disabled');
    const place = canTake ? focused : focused.parentElement?.querySelector<HTMLElement>('button:not(:disabled)');
    place?.focus();
    place?.scrollIntoView({ block: 'nearest' });
  });
}

/** Alt with an arrow key moves the row one writes in. */
export const movesRow = (onMove: (by: -1 | 1) => void) => (event: KeyboardEvent) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  keepFocus(() => onMove(event.key === 'ArrowUp' ? -1 : 1));
};

/** Up, down, away. */
export function RowButtons({ name, at, count, onMove, onRemove, canRemove = true }: RowButtonsProps) {
  const t = useText('questions');
  return (
    <>
      {onMove ? (
        <>
          <IconButton
            size="S"
            variant="ghost"
            label={t('row.up', { name })}
            disabled={at === 0}
            onClick={() => keepFocus(() => onMove(-1))}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            size="S"
            variant="ghost"
            label={t('row.down', { name })}
            disabled={at === count - 1}
            onClick={() => keepFocus(() => onMove(1))}
          >
            <ArrowDown />
          </IconButton>
        </>
      ) : null}
      <IconButton size="S" variant="ghost" label={t('row.remove', { name })} disabled={!canRemove} onClick={onRemove}>
        <Trash />
      </IconButton>
    </>
  );
}
