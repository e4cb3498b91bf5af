import { z } from 'zod';

type Described = { readonly title: string; readonly schema: z.ZodObject };

const BEGIN = '<!-- environment:begin -->';
const END = '<!-- environment:end -->';

/** One table per section of config/env: name, default, sentence. */
export function environmentTables(sections: readonly Described[]): string {
  return sections.map((section) => `**${section.title}**\n\n${table(section.schema)}`).join('\n\n');
}

function table(schema: z.ZodObject): string {
  const rows = Object.entries(schema.shape).map(([name, field]) => {
    const fallback = field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
    return `| \`${name}\` | ${shown(fallback)} | ${descriptionOf(field)} |`;
  });
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function descriptionOf(field: unknown): string {
  return field instanceof z.ZodType ? (field.description ?? '') : '';
}

function shown(fallback: unknown): string {
  if (fallback === undefined || (Array.isArray(fallback) && fallback.length === 0)) return '–';
  return `\`${String(fallback)}\``;
}

/** The text with its marked block replaced, or null when the marks are missing. */
export function withTables(readme: string, tables: string): string | null {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) return null;
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${readme.slice(end)}`;
}
