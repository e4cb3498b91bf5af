import { findSign } from './escapes.ts';

/** The lines of one entry, comments apart. */
export type GiftBlock = {
  /** Line of the file where the entry begins, comments before it left aside. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Comments before and inside it. */
  readonly comments: readonly string[];
  /** As it stands in the file. */
  readonly source: string;
};

type Line = { readonly number: number; readonly text: string };

const isComment = (text: string): boolean => /^\s*\/\//.test(text);
const isBlank = (text: string): boolean => text.trim() === '';
const isCategory = (text: string): boolean => /^\s*\$CATEGORY:/i.test(text);

function asBlock(lines: readonly Line[]): GiftBlock {
  const content = lines.filter(({ text }) => !isComment(text));
  return {
    line: content.find(({ text }) => !isBlank(text))?.number ?? 0,
    lines: content.map(({ text }) => text),
    comments: lines.filter(({ text }) => isComment(text)).map(({ text }) => text.trim().slice(2).trim()),
    source: lines
      .map(({ text }) => text)
      .join('\n')
      .trim(),
  };
}

/**
 * Cuts a GIFT file into entries, line by line. A blank line ends an entry, but not between braces: there it only does when
 * another brace opens before the first closes, so that one missing `}` costs one question and not the rest of the file.
 * Each line is looked at twice at most.
 */
export function giftSplitter() {
  let lines: Line[] = [];
  let hasContent = false;
  let isOpen = false;
  /** Place in `lines` of the first blank line since the brace opened. */
  let blankAt = -1;
  let characters = 0;

  const keep = (line: Line): void => {
    lines.push(line);
    characters += line.text.length + 1;
  };

  const flush = (upTo = lines.length): GiftBlock[] => {
    const block = lines.slice(0, upTo);
    lines = lines.slice(upTo);
    characters = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    const had = block.some(({ text }) => !isBlank(text) && !isComment(text));
    hasContent = false;
    isOpen = false;
    blankAt = -1;
    return had ? [asBlock(block)] : [];
  };

  function brace(line: Line): GiftBlock[] | null {
    for (let at = findSign(line.text, '{}'); at >= 0; at = findSign(line.text, '{}', at + 1)) {
      if (line.text[at] === '}') {
        isOpen = false;
        blankAt = -1;
      } else if (isOpen && blankAt >= 0) {
        const broken = flush(blankAt);
        const again = lines;
        lines = [];
        characters = 0;
        return [...broken, ...again.flatMap(push), ...push(line)];
      } else isOpen = true;
    }
    return null;
  }

  /** Takes the next line; gives the entries that are complete by now. */
  function push(line: Line): GiftBlock[] {
    if (isBlank(line.text)) {
      if (hasContent && !isOpen) return flush();
      if (isOpen && blankAt < 0) blankAt = lines.length;
      if (hasContent) keep(line);
      return [];
    }
    if (isComment(line.text)) {
      keep(line);
      return [];
    }
    if (isCategory(line.text) && !isOpen) {
      const before = hasContent ? flush() : [];
      keep(line);
      hasContent = true;
      return [...before, ...flush()];
    }
    const wasOpen = isOpen;
    const split = brace(line);
    if (split) return split;
    if (!wasOpen && !hasContent) blankAt = -1;
    hasContent = true;
    keep(line);
    return [];
  }

  /** What is left at the end of the file. */
  function end(): GiftBlock[] {
    if (!isOpen || blankAt < 0) return flush();
    const broken = flush(blankAt);
    const again = lines;
    lines = [];
    return [...broken, ...again.flatMap(push), ...end()];
  }

  /** Characters of the entry that is not complete yet. */
  const held = (): number => characters;

  return { push, end, held };
}
