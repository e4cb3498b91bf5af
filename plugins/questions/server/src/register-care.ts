import { handleJob, onSchedule } from '@lyceum/core/server';
import { countFigures, nightlyFigures } from '../../contract/index.ts';
import { countFigures as count } from './jobs/count-figures.ts';

/** What works on the figures of questions. */
export function registerCareWork(): void {
  handleJob(countFigures, (_, { signal }) => count(signal));
  onSchedule(nightlyFigures, ({ signal }) => count(signal));
}
