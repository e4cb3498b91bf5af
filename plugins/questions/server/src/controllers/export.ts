import { answer } from '@lyceum/core/server';
import {
  cancelExport,
  downloadExport,
  downloadExportLosses,
  getExport,
  listExportRows,
  listExports,
  startExport,
} from '../../../contract/index.ts';
import { startExport as begin, exports } from '../services/export.ts';
import { download } from './download.ts';

export const exportAnswers = [
  answer(startExport, ({ body, actor }) => begin(body, actor)),
  answer(listExports, ({ query, actor }) => exports.list(query, actor)),
  answer(getExport, ({ params, actor }) => exports.get(params.id, actor)),
  answer(cancelExport, ({ params, actor }) => exports.cancel(params.id, actor)),
  answer(listExportRows, ({ params, query, actor }) => exports.rows(params.id, query, actor)),
  answer(downloadExport, async ({ params, request, actor }) => {
    const { name, kind, body } = await exports.file(params.id, actor);
    return download(request, name, kind, body);
  }),
  answer(downloadExportLosses, async ({ params, query, request, actor }) => {
    const { name, body } = await exports.losses(params.id, query.format, query.language, actor);
    return download(request, name, query.format, body);
  }),
];
