import type { DocumentId } from '@lyceum/core/contract';
import type { ExchangeQuestion, Loss } from '../../../domain/exchange/item.ts';
import type { FileKind } from '../controllers/download.ts';

/** A question on its way out. */
export type Outgoing = {
  readonly documentId: DocumentId;
  readonly code: string;
  readonly question: ExchangeQuestion;
};

/** A stored image or audio file by the address that a question shows it under. */
export type StoredBytes = { readonly name: string; readonly mimeType: string; readonly path: string; readonly sizeBytes: number };

export type ExportTools = {
  /** Said once for each question, in the order they come. */
  readonly report: (outgoing: Outgoing, isWritten: boolean, losses: readonly Loss[]) => void;
  /** The file behind an address such as `/uploads/a.png`; null when it is not stored any more. */
  readonly media: (address: string) => Promise<StoredBytes | null>;
};

/** One format that is written. A further one: its file here and its line in the registry. */
export type Exporter = {
  readonly extension: string;
  readonly kind: FileKind;
  /** True where the file itself holds images and audio, so that none are packed beside it. */
  readonly holdsMedia: boolean;
  /** The file piece by piece, while questions come; nothing of it is held. */
  readonly write: (questions: AsyncIterable<Outgoing>, tools: ExportTools) => AsyncIterable<string | Uint8Array>;
};
