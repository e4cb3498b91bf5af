import type { Locale } from '@lyceum/core/contract';
import type { ClientConfig } from 'pg';
import type {
  FileDescription,
  ImportDefaults,
  ImportFormat,
  ImportOptions,
  ItemFormat,
  Mapping,
  SourceChoice,
} from '../../../contract/index.ts';
import type { ExchangeItem } from '../../../domain/exchange/item.ts';
import type { Scope } from '../records/scope.ts';
import type { ReadLimits } from './readers/reader.ts';

/** A usable image or audio file, images re-encoded, lying in the task's folder. */
export type MediaFile = {
  readonly name: string;
  readonly sha256: string;
  readonly path: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
};
export type MediaResult = { readonly usable: MediaFile[]; readonly refused: { name: string; code: string }[] };

/** A file as rows and items find it. */
export type MediaEntry = readonly [name: string, found: { url: string } | { refused: string }];

export type InspectTask = { readonly task: 'inspect'; readonly path: string; readonly fileName: string };
export type DescribeTask<Format extends ImportFormat = ImportFormat> = {
  readonly task: 'describe';
  readonly path: string;
  readonly format: Format;
  readonly choice: SourceChoice;
  readonly limits: ReadLimits;
  /** For rows that do not say their language. */
  readonly language: Locale;
};
/** Where media come from: a ZIP beside the file, the file itself, https addresses in it. */
export type MediaSource =
  | { readonly kind: 'zip'; readonly path: string }
  /** One image or audio file by itself. */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }
  | { readonly kind: 'inside'; readonly path: string; readonly format: ItemFormat }
  | {
      readonly kind: 'addresses';
      readonly path: string;
      readonly format: ImportFormat;
      readonly source: SourceChoice;
      /** Names the column of figures of a table. */
      readonly mapping: Mapping | null;
    };
export type MediaTask = {
  readonly task: 'media';
  readonly sources: readonly MediaSource[];
  readonly folder: string;
  readonly limits: ReadLimits;
  /** Largest image and largest audio file, in bytes. */
  readonly maxBytes: { readonly image: number; readonly audio: number };
};
/** The scope of a member of staff, or the questions that a partner's imports made. */
export type Reach = Scope | { readonly kind: 'partner'; readonly partnerId: number };

export type RunTask = {
  readonly task: 'run';
  readonly batchId: string;
  readonly run: number;
  readonly dryRun: boolean;
  readonly path: string;
  readonly format: ImportFormat;
  readonly source: SourceChoice;
  /** Rows under a mapping, or whole questions with values for what they do not say. */
  readonly content:
    | { readonly kind: 'rows'; readonly mapping: Mapping }
    | { readonly kind: 'items'; readonly defaults: ImportDefaults };
  readonly options: ImportOptions;
  readonly limits: ReadLimits;
  readonly chunkRows: number;
  readonly retries: number;
  readonly media: readonly MediaEntry[];
  readonly author: string | null;
  /** Which questions the run may change: those that whoever started it may change by hand. */
  readonly reach: Reach;
  /** Whose the new questions are: a member of staff, and the institute of that person. */
  readonly owner: { readonly ownerId: number | null; readonly institute: string | null };
  /** From this similarity on, 0–1, a row is told what it is like. */
  readonly similarFrom: number;
  readonly database: ClientConfig;
};

/** What each task gives back. */
export type TaskResults = {
  inspect: { format: ImportFormat };
  /** The first items are kept for the preview. */
  describe: { description: FileDescription; items: readonly ExchangeItem[] };
  media: MediaResult;
  run: { stopped: boolean };
};
export type Task = InspectTask | DescribeTask | MediaTask | RunTask;

/** What the child tells its parent. */
export type ChildMessage =
  | { readonly kind: 'progress'; readonly read: number }
  | { readonly kind: 'done'; readonly result: TaskResults[keyof TaskResults] }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Record<string, string | number | boolean | null> }
  | { readonly kind: 'failed'; readonly message: string };
