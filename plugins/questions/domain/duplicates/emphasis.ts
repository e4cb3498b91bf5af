type Piece = { text: string; readonly isWords: boolean };

const WORD = /[\p{L}\p{N}_]/u;
const isWord = (char: string | undefined): boolean => char !== undefined && WORD.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

/**
 * The pieces of a text with those signs of emphasis taken out that have a partner. A sign without one stays: `2 * 3`,
 * `my_name`. A place to fill in keeps two strokes, however long it was drawn.
 */
export class Emphasis {
  private readonly pieces: Piece[] = [];
  /** Place of the last opening sign of each kind. */
  private readonly open = new Map<string, number>();
  private readonly fold: (words: string) => string;

  constructor(fold: (words: string) => string) {
    this.fold = fold;
  }

  words(text: string): void {
    this.pieces.push({ text, isWords: true });
  }

  raw(text: string): void {
    this.pieces.push({ text, isWords: false });
  }

  /** @param before the character before the sign, `after` the one behind it */
  sign(char: string, length: number, before: string | undefined, after: string | undefined): void {
    const kind = `${char}${length}`;
    const canOpen = !isSpace(after) && !(char === '_' && isWord(before));
    const canClose = !isSpace(before) && !(char === '_' && isWord(after));
    const partner = this.open.get(kind);
    const place = this.pieces.length;
    const isEmphasis = char !== '~' || length === 2;
    const kept = char === '_' && length > 1 ? '__' : char.repeat(length);
    this.pieces.push({ text: kept, isWords: false });
    if (!isEmphasis) return;
    if (canClose && partner !== undefined && partner < place - 1) {
      for (const at of [partner, place]) this.pieces[at] = { text: '', isWords: false };
      this.open.delete(kind);
    } else if (canOpen) this.open.set(kind, place);
  }

  text(): string {
    return this.pieces.map(({ text, isWords }) => (isWords ? this.fold(text) : text)).join('');
  }
}
