import { type Actor, answer } from '@lyceum/core/server';
import {
  cancelImport,
  deleteMapping,
  describeImport,
  downloadFailedRows,
  downloadImportLosses,
  downloadTemplate,
  getImport,
  getImportDescription,
  listImportRows,
  listImports,
  listMappings,
  planUndo,
  previewMapping,
  saveMapping,
  startImport,
  undoImport,
  uploadImport,
  uploadImportMedia,
} from '../../../contract/index.ts';
import { requireBatch } from '../services/import-access.ts';
import { batchOf, toBatch } from '../services/import-batch.ts';
import { mappings } from '../services/import-mapping.ts';
import { preview } from '../services/import-preview.ts';
import { failedFile, importLossFile, report } from '../services/import-report.ts';
import { batches, cancel, start } from '../services/import-start.ts';
import { template } from '../services/import-template.ts';
import { startUndo, undoPlan } from '../services/import-undo.ts';
import { describe, description, takeFile, takeMedia } from '../services/import-upload.ts';
import { download } from './download.ts';

/** The work on a batch that the actor may see. */
const own =
  <Input extends { params: { id: string }; actor: Actor }, Reply>(work: (input: Input) => Promise<Reply>) =>
  async (input: Input): Promise<Reply> => {
    await requireBatch(input.params.id, input.actor);
    return work(input);
  };

export const importAnswers = [
  answer(uploadImport, ({ request, actor }) => takeFile(request.file, actor)),
  answer(
    uploadImportMedia,
    own(({ params, request }) => takeMedia(params.id, request.file)),
  ),
  answer(
    describeImport,
    own(({ params, body }) => describe(params.id, body.source)),
  ),
  answer(
    getImportDescription,
    own(({ params }) => description(params.id)),
  ),
  answer(
    previewMapping,
    own(({ params, body }) => preview(params.id, body)),
  ),
  answer(
    startImport,
    own(({ params, body, actor }) => start(params.id, body, actor)),
  ),
  answer(
    cancelImport,
    own(({ params, actor }) => cancel(params.id, actor)),
  ),
  answer(
    getImport,
    own(async ({ params }) => toBatch(await batchOf(params.id))),
  ),
  answer(listImports, ({ query, actor }) => batches(query, actor)),
  answer(
    listImportRows,
    own(({ params, query }) => report(params.id, query)),
  ),
  answer(
    planUndo,
    own(({ params }) => undoPlan(params.id)),
  ),
  answer(
    undoImport,
    own(({ params, actor }) => startUndo(params.id, actor)),
  ),
  answer(
    downloadFailedRows,
    own(async ({ params, query, request }) => {
      const { name, format, body } = await failedFile(params.id, query.format, query.language);
      return download(request, name, format, body);
    }),
  ),
  answer(
    downloadImportLosses,
    own(async ({ params, query, request }) => {
      const { name, format, body } = await importLossFile(params.id, query.format, query.language);
      return download(request, name, format, body);
    }),
  ),
  answer(downloadTemplate, async ({ query, request }) => {
    const { name, body } = await template(query.format, query.example);
    return download(request, name, query.format, body);
  }),
  answer(listMappings, () => mappings.list()),
  answer(saveMapping, ({ body }) => mappings.save(body.name, body.mapping)),
  answer(deleteMapping, ({ params }) => mappings.remove(params.id)),
];
