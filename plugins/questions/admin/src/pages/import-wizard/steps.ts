import type { ImportBatch } from '../../../../contract/index.ts';

export const STEPS = ['upload', 'read', 'mapping', 'options', 'dry-run', 'run', 'report'] as const;
export type Step = (typeof STEPS)[number];

export const isBusy = ({ state }: Pick<ImportBatch, 'state'>): boolean => state === 'queued' || state === 'running';

/**
 * The step to show: the one of the address, unless the batch is somewhere else. A run that is under way or over
 * decides by itself, so that whoever comes back sees where it is.
 */
export function stepOf(asked: string | undefined, batch: Pick<ImportBatch, 'state' | 'dryRun'>): Step {
  if (isBusy(batch)) return batch.dryRun ? 'dry-run' : 'run';
  const step = STEPS.find((known) => known === asked);
  const wasReal = batch.dryRun === false;
  const wasRun = batch.dryRun !== null;
  if (step === 'run' || step === 'report') return wasReal ? 'report' : wasRun ? 'dry-run' : 'read';
  if (step === 'dry-run' && !wasRun) return 'options';
  if (step === undefined || step === 'upload') return wasReal ? 'report' : wasRun ? 'dry-run' : 'read';
  return step;
}
