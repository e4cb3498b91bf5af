// Reads the files its parent names, one after the other, and says what became of each.
import type { ImportFormat } from '../../../plugins/questions/contract/index.ts';
import { readFile } from '../read-file.ts';

process.on('disconnect', () => process.exit(0));
process.on('message', ({ path, format }: { path: string; format: ImportFormat }) => {
  readFile(path, format).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) =>
      process.send?.({ kind: 'crashed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.send?.({ kind: 'ready', detail: '' });
