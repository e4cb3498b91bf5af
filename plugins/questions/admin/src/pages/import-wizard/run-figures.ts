import type { JobFigure, Text } from '@lyceum/core/admin';
import type { ImportBatch } from '../../../../contract/index.ts';
import { isBusy } from './steps.ts';

/** One sentence on where a run stands. */
export function statusText(t: Text, batch: ImportBatch): string {
  const { state, counts, dryRun } = batch;
  const kind = dryRun ? 'dry' : 'real';
  if (batch.cancelRequested && isBusy(batch)) return t('run.cancelling');
  if (state === 'queued') return t(`run.${kind}-queued`);
  if (state === 'running') return t(`run.${kind}-running`, { read: counts.read, total: batch.rowCount ?? counts.read });
  if (state === 'finished')
    return t(`run.${kind}-finished`, { created: counts.created, updated: counts.updated, failed: counts.failed });
  return t(`run.${kind}-${state}`);
}

/** How far a run is, 0–1. */
export const progressOf = ({ rowCount, counts }: ImportBatch): number | null =>
  rowCount ? Math.min(1, counts.read / rowCount) : null;

/** Live counts; in a dry run they say what would happen. */
export function figuresOf(t: Text, batch: ImportBatch): JobFigure[] {
  const { counts, dryRun } = batch;
  const name = (key: string) => t(`figure.${dryRun ? 'dry-' : ''}${key}`);
  return [
    { label: t('figure.read'), value: counts.read },
    { label: name('created'), value: counts.created, tone: 'success600' },
    { label: name('updated'), value: counts.updated },
    { label: name('skipped'), value: counts.skipped },
    { label: name('failed'), value: counts.failed, ...(counts.failed > 0 ? { tone: 'danger600' as const } : {}) },
    ...(counts.approximated > 0 ? [{ label: t('figure.approximated'), value: counts.approximated }] : []),
    ...(counts.leftOut > 0 ? [{ label: t('figure.left-out'), value: counts.leftOut, tone: 'warning600' as const }] : []),
    batch.secondsLeft === null
      ? { label: t('figure.warned'), value: counts.warned, ...(counts.warned > 0 ? { tone: 'warning600' as const } : {}) }
      : { label: t('figure.left'), value: batch.secondsLeft },
  ];
}
