import { files } from '@lyceum/core/server';
import { isItemFormat } from '../../../contract/index.ts';
import type { MediaEntry, MediaSource } from '../import/tasks.ts';
import type { BatchRecord } from '../records/import-batch.ts';
import { withMedia } from './import-upload.ts';
import { mediaEntries } from './media-store.ts';

const MEDIA_MS = 20 * 60_000;

/** The ZIP beside the file, what comes inside it, and what its https addresses lead to. */
function mediaSources(batch: BatchRecord, path: string, zip: string | null): MediaSource[] {
  const { format, mapping, description } = batch;
  const source = description?.source ?? {};
  return [
    ...(zip === null ? [] : [{ kind: 'zip' as const, path: zip }]),
    ...(description?.items?.media && isItemFormat(format) ? [{ kind: 'inside' as const, path, format }] : []),
    ...(description?.hasAddresses ? [{ kind: 'addresses' as const, path, format, source, mapping }] : []),
  ];
}

/** All images and audio that the questions of a batch may show, checked and, but for a dry run, stored. */
export async function mediaOf(batch: BatchRecord, path: string, signal: AbortSignal): Promise<MediaEntry[]> {
  const zip = batch.media_file_id === null ? null : await files.path(batch.media_file_id);
  const sources = mediaSources(batch, path, zip);
  if (sources.length === 0) return [];
  return withMedia(sources, { signal, timeoutMs: MEDIA_MS }, (media) => mediaEntries(media, batch.dry_run === true));
}
