import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { refuse } from '@lyceum/core/contract';
import { questionsProblems } from '../../../../contract/index.ts';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import { isItem } from '../../../../domain/exchange/package/manifest.ts';
import { xmlEncoding } from '../../../../domain/exchange/package/xml-encoding.ts';
import type { ItemReader, PackedFile } from './item-reader.ts';
import { documentItems, failed } from './qti-documents.ts';
import { isDamage, mayHoldQuestions, mediaFiles, mediaFinderOf, openPackage, packageDocuments } from './qti-package.ts';
import { itemCounter } from './text-lines.ts';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const isZip = (head: Buffer): boolean => head.subarray(0, 4).equals(ZIP);
/** A document of QTI by its root, behind a declaration and comments. */
const ROOT =
  /^\s*(?:<\?xml[^<>]{0,300}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,5}<(?:[A-Za-z_][\w.-]{0,30}:)?(?:assessmentItem|qti-assessment-item|questestinterop)[\s>]/;
/** What an Office document names among its first entries. */
const OFFICE = /\[Content_Types\]\.xml|_rels\/\.rels|mimetypeapplication\//;

function isQtiXml(head: Buffer): boolean {
  const encoding = xmlEncoding(head);
  return encoding !== null && ROOT.test(new TextDecoder(encoding).decode(head));
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A code that two items of a package share is nobody's: identifiers are often unique in their file only. */
function withOwnCodes(): (item: ExchangeItem) => ExchangeItem {
  const seen = new Set<string>();
  return (item) => {
    const code = item.question?.code;
    if (!item.question || code === undefined) return item;
    if (!seen.has(code)) {
      seen.add(code);
      return item;
    }
    const { code: _, ...question } = item.question;
    return { ...item, question };
  };
}

async function* packageItems(path: string, nextNumber: () => number): AsyncGenerator<ExchangeItem> {
  const opened = await openPackage(path);
  try {
    const find = mediaFinderOf(opened);
    for (const document of await packageDocuments(opened)) {
      const entry = opened.files.get(document.path);
      if (entry === undefined) continue;
      try {
        yield* documentItems(
          {
            path: document.path,
            bytes: opened.zip.bytes(entry),
            meta: document.meta,
            mediaName: (address) => find(address, document.path),
            isItem: document.resource !== null && isItem(document.resource),
          },
          nextNumber,
        );
      } catch (problem) {
        if (!isDamage(problem)) throw problem;
        yield failed(document.path, nextNumber(), 'zip', 1);
      }
    }
  } finally {
    opened.zip.close();
  }
}

/** Packages of QTI 1.2 (Canvas, Blackboard, Moodle), 2.x and 3.0, and single documents of them. */
export const qtiReader = {
  format: 'qti',
  accepts: (head, fileName) =>
    isZip(head)
      ? !/\.(?:xls[xmb]|xltm|xlam|docx|pptx|ods|odt|jar|apk)$/i.test(fileName) && !OFFICE.test(head.toString('latin1'))
      : isQtiXml(head),
  async inspect(path) {
    if (!isZip(await headOf(path))) return;
    const opened = await openPackage(path);
    opened.zip.close();
    if (!mayHoldQuestions(opened)) refuse(questionsProblems.importFormat, { params: { reason: 'noQuestions' } });
  },
  detect: async () => ({ source: {}, sheets: [] }),
  async *items(path, _source, limits) {
    const count = itemCounter(limits);
    const own = withOwnCodes();
    let number = 0;
    const nextNumber = () => {
      number += 1;
      return number;
    };
    const bare = { path: 'document', bytes: createBytes(path), meta: {}, mediaName: () => null, isItem: true };
    for await (const item of isZip(await headOf(path)) ? packageItems(path, nextNumber) : documentItems(bare, nextNumber)) {
      count();
      yield own(item);
    }
  },
  async *media(path): AsyncGenerator<PackedFile> {
    if (!isZip(await headOf(path))) return;
    const opened = await openPackage(path);
    try {
      for (const [name, entry] of mediaFiles(opened)) {
        yield { name, sizeBytes: entry.uncompressedSize, bytes: () => opened.zip.bytes(entry) };
      }
    } finally {
      opened.zip.close();
    }
  },
} as const satisfies ItemReader;

/** The bytes of a file; it is opened when the first of them is asked for. */
async function* createBytes(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>;
}
