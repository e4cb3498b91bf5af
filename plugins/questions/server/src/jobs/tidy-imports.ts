import { db, files } from '@lyceum/core/server';
import { deleteExport, staleExports } from '../records/export.ts';
import { deleteBatch, staleBatches } from '../records/import-batch.ts';

const KEPT_DAYS = 30;

/** Uploads that were never run, and exported files, go after 30 days. */
export async function tidyImports(): Promise<void> {
  for (const batch of await staleBatches(db(), KEPT_DAYS)) {
    await deleteBatch(db(), batch.id);
    await files.remove(batch.file_id);
    if (batch.media_file_id) await files.remove(batch.media_file_id);
  }
  for (const { id, file_id: fileId } of await staleExports(db(), KEPT_DAYS)) {
    await deleteExport(db(), id);
    if (fileId) await files.remove(fileId);
  }
}
