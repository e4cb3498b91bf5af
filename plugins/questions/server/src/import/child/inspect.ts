import { open } from 'node:fs/promises';
import type { ImportFormat } from '../../../../contract/index.ts';
import { readerFor } from '../readers/registry.ts';
import type { InspectTask } from '../tasks.ts';

/** The format of a file, refused when it must not be opened. */
export async function inspect({ path, fileName }: InspectTask): Promise<{ format: ImportFormat }> {
  const file = await open(path);
  const head = Buffer.alloc(4_096);
  const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
  const { format, reader } = readerFor(head.subarray(0, bytesRead), fileName);
  await reader.inspect(path);
  return { format };
}
