import type { FileDescription, ImportFormat, SourceChoice } from '../../../../contract/index.ts';
import type { RawRow } from '../../../../domain/import/row.ts';

/** Limits of one import: the settings, never above the hard limits. */
export type ReadLimits = { readonly rows: number; readonly fileBytes: number };

/** How a file will be read, as detected or chosen, and what can be chosen instead. */
export type DetectedSource = { readonly source: SourceChoice; readonly sheets: FileDescription['sheets'] };

/**
 * One file format. A further format is one file with such a value and a line in the registry.
 * Everything here refuses with a problem of this plugin that names the limit or the place, and never holds the whole file.
 */
export type Reader = {
  readonly format: ImportFormat;
  /** Whether the file is of this format, by its first bytes; the name is only a help where bytes say nothing (CSV). */
  readonly accepts: (head: Buffer, fileName: string) => boolean;
  /** Refuses what must not be opened at all. Reads no row. */
  readonly inspect: (path: string) => Promise<void>;
  readonly detect: (path: string, choice: SourceChoice) => Promise<DetectedSource>;
  /** All rows, the header first; blank ones are left out and numbers stay those of the file. */
  readonly rows: (path: string, source: SourceChoice, limits: ReadLimits) => AsyncIterable<RawRow>;
};
