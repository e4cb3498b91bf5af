import { BINARY_STARTS } from './csv.ts';

/** First bytes as text, whatever the encoding: marks, and the zeros between Latin letters in UTF-16, are taken away. */
const asText = (head: Buffer): string =>
  head
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '');

const extension = (fileName: string): string => /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';

/** A root element `quiz`, behind a declaration and comments. */
const isMoodleXml = (text: string): boolean =>
  /^\s*(?:<\?xml[^<>]{0,300}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,5}<quiz[\s>]/i.test(text);
const isJson = (text: string): boolean => /^\s*(?:\{\s*(?:"|$|\})|\[\s*(?:\{|$|\]))/.test(text);
/** An option with a letter, and behind options a line that names one. */
function isAiken(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.some((line, at) => /^ANSWER[ \t]*:[ \t]*[A-Z]\b/i.test(line) && /^[A-Z][.)][ \t]/.test(lines[at - 1] ?? ''));
}
/** Answers in braces, a title between colons, a category or a format: signs that tables do not have. */
const isGift = (text: string): boolean =>
  /^\s*(?:\$CATEGORY:|::[^:\n]{1,300}::)/im.test(text) ||
  /(?:^|[^\\])\{\s*(?:#|[=~](?!\s*\d+\s*,)|T\}|F\}|TRUE\b|FALSE\b)/i.test(text);

export type TextKind = 'json' | 'moodle-xml' | 'gift' | 'aiken';

/**
 * Which of the formats of whole questions a text file is in, at most one: by what it begins with, and for `.txt` by its signs. The
 * name decides only where it names the format.
 */
export function textKind(head: Buffer, fileName: string): TextKind | null {
  const text = asText(head);
  if (BINARY_STARTS.some((sign) => text.startsWith(sign.replaceAll('\0', '')))) return null;
  if (isMoodleXml(text)) return 'moodle-xml';
  switch (extension(fileName)) {
    case 'json':
      return isJson(text) ? 'json' : null;
    case 'gift':
      return 'gift';
    case 'aiken':
      return 'aiken';
    case 'csv':
    case 'tsv':
    case 'xml':
      return null;
    default:
      if (isAiken(text)) return 'aiken';
      if (isGift(text)) return 'gift';
      return isJson(text) ? 'json' : null;
  }
}
