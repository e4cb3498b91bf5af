import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { qtiIdentifier, writeQtiItem } from '../../../../domain/exchange/qti3/write-item.ts';
import { type ManifestItem, manifestPieces } from '../../../../domain/exchange/qti3/write-manifest.ts';
import { mediaAddresses, textsIn } from '../../../../domain/import/media-texts.ts';
import type { Exporter, ExportTools, Outgoing, StoredBytes } from '../exporter.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
};
const isOwn = (address: string): boolean => address.startsWith('/uploads/') || address.startsWith('/media/');

/** The name of a file inside the package: the end of its address, with an ending that says what it is. */
function nameOf(address: string, { mimeType }: StoredBytes): string {
  const last =
    (address.split(/[?#]/, 1)[0] ?? '')
      .split('/')
      .at(-1)
      ?.replace(/[^\w.-]/g, '_') || 'file';
  const ending = ENDINGS[mimeType];
  return `media/${/\.\w{2,5}$/.test(last) || ending === undefined ? last : `${last}.${ending}`}`;
}

/** Adds one entry and waits until it is written, so that nothing piles up in memory. */
async function add(zip: ZipFile, out: PassThrough, name: string, pieces: Iterable<string>): Promise<void> {
  const stream = Readable.from(pieces);
  const written = new Promise<void>((resolve, reject) => {
    // Nobody reads on: the export was cancelled or its reader went away.
    const gone = () => reject(new Error('The package is not read any more'));
    out.once('close', gone);
    stream.once('error', reject).once('end', () => {
      out.off('close', gone);
      resolve();
    });
  });
  zip.addReadStream(stream, name);
  await written;
}

async function fill(zip: ZipFile, out: PassThrough, questions: AsyncIterable<Outgoing>, tools: ExportTools): Promise<void> {
  const packed = new Map<string, { readonly name: string; readonly stored: StoredBytes } | null>();
  const items: ManifestItem[] = [];
  const used = new Set<string>();
  for await (const outgoing of questions) {
    const { question } = outgoing;
    for (const address of new Set([...textsIn(question)].flatMap(mediaAddresses).filter(isOwn))) {
      if (packed.has(address)) continue;
      const stored = await tools.media(address);
      packed.set(address, stored && { name: nameOf(address, stored), stored });
    }
    const number = items.length + 1;
    // Identifiers are compared without case by some; codes are not.
    const wanted = qtiIdentifier(outgoing.code, number);
    const identifier = used.has(wanted.toLowerCase()) ? `item-${number}` : wanted;
    used.add(identifier.toLowerCase());
    const fileOf = (address: string) => packed.get(address)?.name ?? null;
    const written = writeQtiItem(question, number, { fileOf, toRoot: '../', identifier });
    const path = `items/${String(number).padStart(6, '0')}.xml`;
    await add(zip, out, path, [written.text ?? '']);
    const { title, language, tags, difficulty, estimatedSec, licence, topic } = question;
    items.push({
      identifier,
      path,
      media: written.media,
      about: { title, language, tags, difficulty, estimatedSec, licence, topic },
    });
    tools.report(outgoing, true, written.losses);
  }
  for (const file of packed.values()) if (file) zip.addFile(file.stored.path, file.name, { compress: false });
  await add(zip, out, 'imsmanifest.xml', manifestPieces(items));
  zip.end();
}

/** A package of QTI 3.0 with the images and audio its questions show. */
export const qtiExporter: Exporter = {
  extension: 'zip',
  kind: 'zip',
  holdsMedia: true,
  write(questions, tools) {
    const zip = new ZipFile();
    const out = new PassThrough();
    zip.outputStream.pipe(out);
    zip.on('error', (error: Error) => out.destroy(error));
    fill(zip, out, questions, tools).catch((error: unknown) =>
      out.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    return out;
  },
};
