import type { GapKey, Key, QuestionInput } from '../../contract/index.ts';
import { rulesOf } from '../types/registry.ts';

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

function partLines(key: Key | GapKey, nameOf: (id: string) => string): string[] {
  const lines: string[] = [];
  if ('shares' in key) for (const [id, share] of Object.entries(key.shares ?? {})) lines.push(`${nameOf(id)}: ${percent(share)}`);
  if ('feedback' in key) for (const [id, text] of Object.entries(key.feedback ?? {})) lines.push(`${nameOf(id)}: ${text}`);
  if ('accepted' in key) {
    lines.push(key.caseSensitive ? 'Aa' : 'aa');
    for (const { text, share, feedback } of key.alternatives ?? [])
      lines.push([`${text}: ${percent(share)}`, feedback].join(' '));
  }
  if ('tolerance' in key)
    for (const { value, tolerance, share, feedback } of key.alternatives ?? [])
      lines.push([`${value} ± ${tolerance}: ${percent(share)}`, feedback].join(' '));
  return lines;
}

/** The key as text, a line a part: right answers, shares, alternatives, feedback, rubric. */
export function keyLines({ type, key, stem, options, unit, details }: QuestionInput): string {
  const names = new Map<string, string>(options.map(({ id, text }) => [id, text]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const lines = [rulesOf(type).answerText(key, { type, stem, options, details, ...(unit ? { unit } : {}) })];
  if ('gaps' in key) for (const [id, own] of Object.entries(key.gaps)) lines.push(...partLines(own, (at) => `${id} ${at}`));
  else if ('rubric' in key) {
    for (const { title, description, weight } of key.rubric) lines.push(`${title} (${weight}): ${description}`);
    lines.push(key.modelAnswer ?? '');
  } else lines.push(...partLines(key, nameOf));
  return [...new Set(lines.filter((line) => line !== ''))].join('\n');
}
