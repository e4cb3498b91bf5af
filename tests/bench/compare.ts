import type { Load } from './load.ts';

/** One line of the table. */
export type Line = {
  readonly path: string;
  readonly ours: string;
  readonly bare: string;
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean | null;
  readonly note?: string;
};

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Rounds in turn, ours and bare one after the other, so that a noisy minute hits both. */
export async function rounds(count: number, ours: () => Promise<Load>, bare: () => Promise<Load>) {
  const pairs: { ours: Load; bare: Load }[] = [];
  for (let round = 0; round < count; round++) pairs.push({ ours: await ours(), bare: await bare() });
  const of = (pick: (pair: { ours: Load; bare: Load }) => number) => median(pairs.map(pick));
  return {
    ours: of((pair) => pair.ours.perSec),
    bare: of((pair) => pair.bare.perSec),
    ratio: of((pair) => pair.ours.perSec / pair.bare.perSec),
    p95: of((pair) => pair.ours.p95),
    failed: pairs.reduce((sum, pair) => sum + pair.ours.failed + pair.bare.failed, 0),
  };
}

export const perSec = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;

/** The table as text, one path a line. */
export function table(lines: readonly Line[]): string {
  const cells = [
    ['path', 'ours', 'bare or limit', 'ratio', 'goal', 'met', ''],
    ...lines.map((line) => [
      line.path,
      line.ours,
      line.bare,
      line.ratio === null ? '–' : line.ratio.toFixed(2),
      line.goal,
      line.met === null ? 'not measured' : line.met ? 'yes' : 'NO',
      line.note ?? '',
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length))) ?? [];
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
