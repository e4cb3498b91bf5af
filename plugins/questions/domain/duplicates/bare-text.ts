import { bareFormula } from './bare-formula.ts';
import { Emphasis } from './emphasis.ts';
import { oneWidth } from './one-width.ts';

/** Without any of these a text has no markup at all. */
const MARKUP = /[\\`*_~$[<&#>\n]|^[-+] /;
const LINE_START = /^ {0,3}(?:#{1,6} |(?:> ?)+|[-*+] )/gm;
const IMAGE = /!\[[^[\]]{0,1000}\]\(\s{0,20}<?([^()\s<>]{1,2000})>?(?:\s{1,20}"[^"]{0,1000}")?\s{0,20}\)/y;
const LINK = /\[([^[\]]{1,1000})\]\(\s{0,20}<?([^()\s<>]{1,2000})>?(?:\s{1,20}"[^"]{0,1000}")?\s{0,20}\)/y;
const ADDRESS = /<(https?:\/\/[^\s<>]{1,2000})>/y;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|#39);/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };
const PUNCTUATION = /[!-/:-@[-`{-~]/;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Finds closing signs from left to right and remembers that there is none further on, so that it stays linear. */
class Closers {
  private readonly text: string;
  private readonly none = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** Where a sign that `fits` stands behind `from`; -1 when there is none. */
  find(sign: string, from: number, fits: (at: number) => boolean): number {
    if (this.none.has(sign)) return -1;
    for (let at = this.text.indexOf(sign, from); at >= 0; at = this.text.indexOf(sign, at + 1)) if (fits(at)) return at;
    this.none.add(sign);
    return -1;
  }
}

const isSpace = (char: string | undefined): boolean => char === undefined || char === ' ' || char === '\n' || char === '\t';
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/**
 * The words of a Markdown text as they are compared: of one width, without emphasis, headings, list marks, links (their text
 * stays), code and maths signs, with single spaces. An image stands as its address: another picture is another question.
 * @param fold applied to words only, never to formulas and code: P and p are two quantities
 */
export function bareText(markdown: string, fold: (words: string) => string = (words) => words): string {
  const text = oneWidth(markdown);
  if (!MARKUP.test(text)) return fold(tidy(text));
  return new Scan(text.replace(LINE_START, ''), fold).result();
}

class Scan {
  private readonly text: string;
  private readonly closers: Closers;
  private readonly pieces: Emphasis;
  private at = 0;
  private words = '';

  constructor(text: string, fold: (words: string) => string) {
    this.text = text;
    this.closers = new Closers(text);
    this.pieces = new Emphasis(fold);
  }

  result(): string {
    while (this.at < this.text.length) this.step(this.text[this.at] ?? '');
    this.flush();
    return tidy(this.pieces.text());
  }

  private step(char: string): void {
    if (char === '\\') this.escape();
    else if (char === '`') this.code();
    else if (char === '$') this.formula();
    else if (char === '*' || char === '_' || char === '~') this.emphasis(char);
    else if (char === '!' || char === '[' || char === '<' || char === '&') this.reference(char);
    else this.literal(1);
  }

  private flush(): void {
    if (this.words !== '') this.pieces.words(this.words);
    this.words = '';
  }

  private escape(): void {
    const next = this.text[this.at + 1] ?? '';
    this.words += next === '\n' ? ' ' : PUNCTUATION.test(next) ? next : `\\${next}`;
    this.at += 2;
  }

  private runLength(char: string): number {
    let end = this.at;
    while (this.text[end] === char) end += 1;
    return end - this.at;
  }

  private literal(length: number): void {
    this.words += this.text.slice(this.at, this.at + length);
    this.at += length;
  }

  private raw(content: string, end: number): void {
    this.flush();
    this.pieces.raw(content);
    this.at = end;
  }

  private code(): void {
    const length = this.runLength('`');
    const sign = '`'.repeat(length);
    const end =
      length > 10
        ? -1
        : this.closers.find(sign, this.at + length, (at) => this.text[at - 1] !== '`' && this.text[at + length] !== '`');
    if (end < 0) this.literal(length);
    else this.raw(tidy(this.text.slice(this.at + length, end)), end + length);
  }

  /** As the renderer sees formulas: no space inside the signs, no digit behind the closing one. */
  private formula(): void {
    const { text } = this;
    const sign = text[this.at + 1] === '$' ? '$$' : '$';
    const start = this.at + sign.length;
    const fits = (at: number) =>
      text[at - 1] !== '\\' && (sign === '$$' || (!isSpace(text[at - 1]) && !isDigit(text[at + 1]) && text[at + 1] !== '$'));
    const end = sign === '$' && isSpace(text[start]) ? -1 : this.closers.find(sign, start, fits);
    if (end <= start) this.literal(sign.length);
    else this.raw(bareFormula(text.slice(start, end)), end + sign.length);
  }

  private emphasis(char: string): void {
    const length = this.runLength(char);
    this.flush();
    this.pieces.sign(char, length, this.text[this.at - 1], this.text[this.at + length]);
    this.at += length;
  }

  private reference(char: string): void {
    const { text, at } = this;
    const image = char === '!' && text[at + 1] === '[' ? matchAt(IMAGE, text, at) : null;
    const address = char === '<' ? matchAt(ADDRESS, text, at) : null;
    if (image) this.raw(`![${image[1] ?? ''}]`, at + image[0].length);
    else if (address) this.raw(address[1] ?? '', at + address[0].length);
    else this.inWords(char);
  }

  private inWords(char: string): void {
    const entity = char === '&' ? matchAt(ENTITY, this.text, this.at) : null;
    const link = char === '[' ? matchAt(LINK, this.text, this.at) : null;
    this.words += entity ? ENTITIES[entity[1] ?? ''] : link ? (link[1] ?? '') : char;
    this.at += (entity ?? link)?.[0].length ?? 1;
  }
}
