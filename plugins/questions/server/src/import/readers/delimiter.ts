import { DELIMITERS, type Delimiter } from '../../../../contract/index.ts';

/** Cells of each of the first records, counted outside quotation marks. */
function cellCounts(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) cells += 1;
    else if (!quoted && char === '\n') {
      if (!empty || cells > 1) counts.push(cells);
      if (counts.length === 30) return counts;
      cells = 1;
      empty = true;
      continue;
    }
    if (char !== '\r') empty = false;
  }
  if (!empty) counts.push(cells);
  return counts;
}

/**
 * Comma, semicolon or tab: the one that gives most records the same number of cells, more than one, as the header has.
 * Among equals the one with more cells; a file of one column counts as comma.
 */
export function detectDelimiter(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => {
    const counts = cellCounts(text, delimiter);
    const header = counts[0] ?? 1;
    const same = counts.filter((count) => count === header).length / Math.max(1, counts.length);
    return { delimiter, score: header > 1 ? same + Math.min(header, 100) / 1_000 : 0 };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
