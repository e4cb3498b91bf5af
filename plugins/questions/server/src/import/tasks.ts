import type { Locale } from '@lyceum/core/contract';
import type { ClientConfig } from 'pg';
import type { FileDescription, ImportFormat, ImportOptions, Mapping, SourceChoice } from '../../../contract/index.ts';
import type { ReadLimits } from './readers/reader.ts';

/** A usable image of the ZIP, re-encoded and lying in the task's folder. */
export type MediaFile = {
  readonly name: string;
  readonly sha256: string;
  readonly path: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
};
export type MediaResult = { readonly usable: MediaFile[]; readonly refused: { name: string; code: string }[] };

/** A file of the ZIP as rows find it. */
export type MediaEntry = readonly [name: string, found: { url: string } | { refused: string }];

export type InspectTask = { readonly task: 'inspect'; readonly path: string; readonly fileName: string };
export type DescribeTask = {
  readonly task: 'describe';
  readonly path: string;
  readonly format: ImportFormat;
  readonly choice: SourceChoice;
  readonly limits: ReadLimits;
  /** For rows that do not say their language. */
  readonly language: Locale;
};
export type MediaTask = { readonly task: 'media'; readonly path: string; readonly folder: string; readonly maxBytes: number };
export type RunTask = {
  readonly task: 'run';
  readonly batchId: string;
  readonly run: number;
  readonly dryRun: boolean;
  readonly path: string;
  readonly format: ImportFormat;
  readonly source: SourceChoice;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly limits: ReadLimits;
  readonly chunkRows: number;
  readonly retries: number;
  readonly media: readonly MediaEntry[];
  readonly author: string | null;
  /** Whose the new questions are: a member of staff, and the institute of that person. */
  readonly owner: { readonly ownerId: number | null; readonly institute: string | null };
  readonly database: ClientConfig;
};

/** What each task gives back. */
export type TaskResults = {
  inspect: { format: ImportFormat };
  describe: FileDescription;
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
