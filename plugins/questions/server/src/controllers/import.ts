import { answer } from '@lyceum/core/server';
import {
  cancelImport,
  deleteMapping,
  describeImport,
  downloadFailedRows,
  downloadTemplate,
  getImport,
  getImportDescription,
  listImportRows,
  listImports,
  listMappings,
  previewMapping,
  saveMapping,
  startImport,
  uploadImport,
  uploadImportMedia,
} from '../../../contract/index.ts';
import { batchOf, toBatch } from '../services/import-batch.ts';
import { mappings } from '../services/import-mapping.ts';
import { failedFile, report } from '../services/import-report.ts';
import { batches, cancel, previewMapping as previewRows, start } from '../services/import-start.ts';
import { template } from '../services/import-template.ts';
import { describe, description, takeFile, takeMedia } from '../services/import-upload.ts';
import { download } from './download.ts';

export const importAnswers = [
  answer(uploadImport, ({ request, actor }) => takeFile(request.file, actor)),
  answer(uploadImportMedia, ({ params, request }) => takeMedia(params.id, request.file)),
  answer(describeImport, ({ params, body }) => describe(params.id, body.source)),
  answer(getImportDescription, ({ params }) => description(params.id)),
  answer(previewMapping, ({ params, body }) => previewRows(params.id, body.mapping)),
  answer(startImport, ({ params, body, actor }) => start(params.id, body, actor)),
  answer(cancelImport, ({ params, actor }) => cancel(params.id, actor)),
  answer(getImport, async ({ params }) => toBatch(await batchOf(params.id))),
  answer(listImports, ({ query }) => batches(query)),
  answer(listImportRows, ({ params, query }) => report(params.id, query)),
  answer(downloadFailedRows, async ({ params, query, request }) => {
    const { name, body } = await failedFile(params.id, query.format, query.language);
    return download(request, name, query.format, body);
  }),
  answer(downloadTemplate, async ({ query, request }) => {
    const { name, body } = await template(query.format, query.example);
    return download(request, name, query.format, body);
  }),
  answer(listMappings, () => mappings.list()),
  answer(saveMapping, ({ body }) => mappings.save(body.name, body.mapping)),
  answer(deleteMapping, ({ params }) => mappings.remove(params.id)),
];
