import { answer } from '@lyceum/core/server';
import {
  cancelBulk,
  downloadBulkFailures,
  getBulkRun,
  listBulkFailures,
  listBulkRuns,
  previewBulk,
  startBulk,
  undoBulk,
} from '../../../contract/index.ts';
import { bulk } from '../services/bulk-jobs.ts';
import { previewBulk as preview } from '../services/bulk-preview.ts';
import { failuresCsv } from '../services/bulk-report.ts';
import { download } from './download.ts';

export const bulkAnswers = [
  answer(previewBulk, ({ body, actor }) => preview(body, actor)),
  answer(startBulk, ({ body, actor }) => bulk.start(body, actor)),
  answer(getBulkRun, ({ params, actor }) => bulk.get(params.id, actor)),
  answer(listBulkRuns, ({ query, actor }) => bulk.list(query, actor)),
  answer(cancelBulk, ({ params, actor }) => bulk.cancel(params.id, actor)),
  answer(undoBulk, ({ params, actor }) => bulk.undo(params.id, actor)),
  answer(listBulkFailures, ({ params, query, actor }) => bulk.failures(params.id, query, actor)),
  answer(downloadBulkFailures, async ({ params, query, actor, request }) =>
    download(request, 'left-out.csv', 'csv', await failuresCsv(params.id, query.language, actor)),
  ),
];
