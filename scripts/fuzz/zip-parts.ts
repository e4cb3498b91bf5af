import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';
import { ZipFile } from 'yazl';

export type ZipPart = { readonly name: string; readonly bytes: Buffer };

/** The entries of a ZIP in memory. */
export function unzipped(bytes: Buffer): Promise<ZipPart[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error ?? new Error('no ZIP'));
      const parts: ZipPart[] = [];
      zip.on('error', reject).on('end', () => resolve(parts));
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem || !stream) return reject(problem ?? new Error('no stream'));
          buffer(stream).then((content) => {
            parts.push({ name: entry.fileName, bytes: content });
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

/** Entries as a ZIP again. */
export function zipped(parts: readonly ZipPart[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of parts) zip.addBuffer(bytes, name, { mtime: new Date(0) });
  zip.end();
  return buffer(zip.outputStream);
}
