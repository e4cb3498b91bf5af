import type { SourceChoice } from '../../../../contract/index.ts';
import type { ExchangeItem } from '../../../../domain/exchange/item.ts';
import type { DetectedSource, Reader, ReadLimits } from './reader.ts';

/** A file or stream of bytes that stands beside the questions: an entry of a package, or bytes inside an XML file. */
export type PackedFile = { readonly name: string; readonly bytes: () => AsyncIterable<Buffer>; readonly sizeBytes: number };

/**
 * A format whose entries are whole questions and need no mapping (JSON, GIFT, Moodle XML, Aiken, QTI). Like a reader of rows
 * it never holds the whole file, counts the bytes it inflates, and refuses with a problem of this plugin.
 */
export type ItemReader = Pick<Reader, 'accepts' | 'inspect'> & {
  readonly format: string;
  readonly detect: (path: string, choice: SourceChoice) => Promise<DetectedSource>;
  readonly items: (path: string, source: SourceChoice, limits: ReadLimits) => AsyncIterable<ExchangeItem>;
  /** Images and audio that come inside the file, by the name that `media:<name>` uses. */
  readonly media: (path: string) => AsyncIterable<PackedFile>;
};
