import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Loss } from '../../../domain/exchange/item.ts';
import { mediaAddresses, textsIn } from '../../../domain/import/media-texts.ts';
import type { Exporter, ExportTools, Outgoing, StoredBytes } from './exporter.ts';

const isOwn = (address: string): boolean => address.startsWith('/uploads/') || address.startsWith('/media/');

/** Name of a file in the ZIP: the end of its address, so that the import finds it by what the texts say. */
const entryName = (address: string): string => `media/${decodeURIComponent(address.split('/').at(-1) ?? 'file')}`;

type Found = { readonly stored: Map<string, StoredBytes | null>; readonly missing: Map<string, Loss[]> };

/** The questions as they pass, while the files they show are looked up. */
async function* noting(
  questions: AsyncIterable<Outgoing>,
  { stored, missing }: Found,
  tools: ExportTools,
): AsyncGenerator<Outgoing> {
  for await (const outgoing of questions) {
    const shown = [...textsIn(outgoing.question)].flatMap(mediaAddresses).filter(isOwn);
    for (const address of new Set(shown)) {
      if (!stored.has(address)) stored.set(address, await tools.media(address));
      if (stored.get(address) !== null) continue;
      const loss: Loss = { level: 'leftOut', code: 'mediaNotPacked', field: 'stem', params: { name: address.slice(0, 120) } };
      missing.set(outgoing.documentId, [...(missing.get(outgoing.documentId) ?? []), loss]);
    }
    yield outgoing;
  }
}

async function fill(
  zip: ZipFile,
  exporter: Exporter,
  fileName: string,
  questions: AsyncIterable<Outgoing>,
  tools: ExportTools,
): Promise<void> {
  const found: Found = { stored: new Map(), missing: new Map() };
  const file = Readable.from(
    exporter.write(noting(questions, found, tools), {
      ...tools,
      report: (outgoing, isWritten, losses) =>
        tools.report(outgoing, isWritten, [...losses, ...(found.missing.get(outgoing.documentId) ?? [])]),
    }),
  );
  const written = new Promise((resolve, reject) => file.once('end', resolve).once('error', reject));
  zip.addReadStream(file, fileName);
  await written;
  for (const [address, stored] of found.stored) if (stored) zip.addFile(stored.path, entryName(address), { compress: false });
  zip.end();
}

/** A ZIP with the file and the images and audio its questions show, for a format that cannot hold them itself. */
export function zipWithMedia(
  exporter: Exporter,
  fileName: string,
  questions: AsyncIterable<Outgoing>,
  tools: ExportTools,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.outputStream.pipe(out);
  zip.on('error', (error: Error) => out.destroy(error));
  fill(zip, exporter, fileName, questions, tools).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}
