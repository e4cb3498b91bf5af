import { type ImportBatch, type ImportFormat, isItemFormat } from '../../../../contract/index.ts';

/** Tables are mapped; for whole questions one only says what fills their gaps. */
export const STEPS = ['upload', 'read', 'mapping', 'defaults', 'options', 'dry-run', 'run', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** The steps of a file of this format. */
export const stepsFor = (format: ImportFormat): readonly Step[] =>
  STEPS.filter((step) => step !== (isItemFormat(format) ? 'mapping' : 'defaults'));

/** The step that says what the questions of the file become. */
export const contentStep = (format: ImportFormat): 'mapping' | 'defaults' => (isItemFormat(format) ? 'defaults' : 'mapping');

export const isBusy = ({ state }: Pick<ImportBatch, 'state'>): boolean => state === 'queued' || state === 'running';

/** True while the batch is being taken back. */
export const isUndoing = ({ undo }: Pick<ImportBatch, 'undo'>): boolean => undo?.state === 'queued' || undo?.state === 'running';

/**
 * The step to show: the one of the address, unless the batch is somewhere else. A run that is under way or over
 * decides by itself, so that whoever comes back sees where it is.
 */
export function stepOf(asked: string | undefined, batch: Pick<ImportBatch, 'state' | 'dryRun' | 'format'>): Step {
  if (isBusy(batch)) return batch.dryRun ? 'dry-run' : 'run';
  const step = STEPS.find((known) => known === asked);
  const wasReal = batch.dryRun === false;
  const wasRun = batch.dryRun !== null;
  if (step === 'run' || step === 'report') return wasReal ? 'report' : wasRun ? 'dry-run' : 'read';
  if (step === 'dry-run' && !wasRun) return 'options';
  if (step === 'mapping' || step === 'defaults') return contentStep(batch.format);
  if (step === undefined || step === 'upload') return wasReal ? 'report' : wasRun ? 'dry-run' : 'read';
  return step;
}
