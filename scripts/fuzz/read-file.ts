import { open } from 'node:fs/promises';
import { isRefusal } from '@lyceum/core/contract';
import { type ImportFormat, isItemFormat } from '../../plugins/questions/contract/index.ts';
import { itemReaderOf, rowReaderOf } from '../../plugins/questions/server/src/import/readers/registry.ts';

const LIMITS = { rows: 20_000, fileBytes: 50_000_000 };

/** What became of a file: read to its end, or refused in words. Anything else is thrown and is a finding. */
export type Outcome = { readonly kind: 'read' | 'refused'; readonly detail: string };

async function count(entries: AsyncIterable<unknown>): Promise<number> {
  let seen = 0;
  for await (const _ of entries) seen += 1;
  return seen;
}

/** Everything the import does with a file before a row of it is checked: accept, inspect, detect, read, look for media. */
export async function readFile(path: string, format: ImportFormat): Promise<Outcome> {
  try {
    const file = await open(path);
    const head = Buffer.alloc(4_096);
    const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
    const reader = isItemFormat(format) ? itemReaderOf(format) : rowReaderOf(format);
    reader.accepts(head.subarray(0, bytesRead), `x.${format}`);
    await reader.inspect(path);
    const { source } = await reader.detect(path, {});
    const entries = 'rows' in reader ? reader.rows(path, source, LIMITS) : reader.items(path, source, LIMITS);
    const seen = await count(entries);
    const media = 'media' in reader ? await count(reader.media(path)) : 0;
    return { kind: 'read', detail: `${seen} entries, ${media} files` };
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', detail: error.problem.code };
    throw error;
  }
}
