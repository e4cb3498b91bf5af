import { db } from '@lyceum/core/server';
import { BULK_KEPT_DAYS } from '../../../contract/index.ts';
import { deleteOldRuns } from '../records/bulk.ts';

/** Bulk actions go, with all they kept, once they cannot be undone any more. */
export async function tidyBulk(): Promise<void> {
  await deleteOldRuns(db(), BULK_KEPT_DAYS);
}
