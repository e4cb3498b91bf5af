import { asEntity, escapeLineStart, escapeText } from './escape-text.ts';

/** Emphasis of Markdown. */
export type Mark = 'strong' | 'em' | 'strike';

/** A part of a line: words, finished Markdown with what it shows, emphasis that begins or ends, a line break. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly markdown: string; readonly shown: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly mark: Mark }
  | { readonly kind: 'break' };

const SPACES = /[ \t\n\f\r]+/g;

/**
 * Pieces in the form in which Markdown can write them: one space where HTML shows one, none at the edges of emphasis and
 * lines, no empty emphasis, and emphasis that goes on as one.
 */
export function tidyPieces(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text') addText(done, piece.text.replace(SPACES, ' '));
    else if (piece.kind === 'open') addOpen(done, piece);
    else if (piece.kind === 'close') addClose(done, piece);
    else if (piece.kind === 'break') addBreak(done);
    else if (piece.kind === 'code') addCode(done, piece.text);
    else done.push(piece);
  }
  trimEnd(done);
  return done;
}

/** Whether a space before this place would be lost or doubled. */
function endsWithSpace(done: readonly Piece[]): boolean {
  for (let at = done.length - 1; at >= 0; at -= 1) {
    const piece = done[at];
    if (piece?.kind === 'open' || piece?.kind === 'close') continue;
    return piece?.kind === 'break' || (piece?.kind === 'text' && piece.text.endsWith(' '));
  }
  return true;
}

function pushText(done: Piece[], text: string): void {
  const last = done.at(-1);
  if (last?.kind === 'text') done[done.length - 1] = { kind: 'text', text: last.text + text };
  else done.push({ kind: 'text', text });
}

function addText(done: Piece[], text: string): void {
  let rest = text;
  if (rest.startsWith(' ')) {
    rest = rest.slice(1);
    if (!endsWithSpace(done)) spaceBeforeOpens(done);
  }
  if (rest !== '') pushText(done, rest);
}

/** A space that stands first inside emphasis belongs before it. */
function spaceBeforeOpens(done: Piece[]): void {
  const opens: Piece[] = [];
  while (done.at(-1)?.kind === 'open') opens.unshift(...done.splice(-1));
  pushText(done, ' ');
  done.push(...opens);
}

function addOpen(done: Piece[], piece: Piece & { kind: 'open' | 'close' }): void {
  const last = done.at(-1);
  if (last?.kind === 'close' && last.mark === piece.mark) done.pop();
  else done.push(piece);
}

function addClose(done: Piece[], piece: Piece & { kind: 'open' | 'close' }): void {
  const after: Piece[] = [];
  for (let last = done.at(-1); last; last = done.at(-1)) {
    if (last.kind === 'break') after.unshift(...done.splice(-1));
    else if (last.kind === 'text' && last.text.endsWith(' ')) {
      done.pop();
      if (last.text.length > 1) done.push({ kind: 'text', text: last.text.slice(0, -1) });
      after.unshift({ kind: 'text', text: ' ' });
    } else break;
  }
  const last = done.at(-1);
  if (last?.kind === 'open' && last.mark === piece.mark) done.pop();
  else done.push(piece);
  for (const one of after) {
    if (one.kind === 'text') pushText(done, one.text);
    else done.push(one);
  }
}

function addBreak(done: Piece[]): void {
  const opens: Piece[] = [];
  while (done.at(-1)?.kind === 'open') opens.unshift(...done.splice(-1));
  const last = done.at(-1);
  if (last?.kind === 'text' && last.text.endsWith(' ')) done[done.length - 1] = { kind: 'text', text: last.text.slice(0, -1) };
  done.push({ kind: 'break' }, ...opens);
}

/** Code beside code is one: two rows of backticks would be one too. */
function addCode(done: Piece[], text: string): void {
  const last = done.at(-1);
  if (last?.kind === 'code') done[done.length - 1] = { kind: 'code', text: last.text + text };
  else done.push({ kind: 'code', text });
}

function trimEnd(done: Piece[]): void {
  for (let last = done.at(-1); last; last = done.at(-1)) {
    if (last.kind === 'break') done.pop();
    else if (last.kind === 'text' && last.text.endsWith(' ')) {
      done.pop();
      if (last.text.length > 1) done.push({ kind: 'text', text: last.text.slice(0, -1) });
    } else break;
  }
  while (done[0]?.kind === 'break') done.shift();
}

const SIGNS = { strong: '**', em: '*', strike: '~~' } as const;
const isWordChar = (char: string): boolean => char !== '' && /[^\s!-/:-@[-`{-~\p{P}\p{S}]/u.test(char);
const isPunctuation = (char: string): boolean => char !== '' && /[\p{P}\p{S}]/u.test(char);
const firstOf = (text: string): string => String.fromCodePoint(...[text.codePointAt(0) ?? 0].filter((code) => code > 0));
const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** What a piece begins with when it is written. */
function startOf(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (piece.kind === 'text') return piece.text === '' ? '' : firstOf(piece.text);
  if (piece.kind === 'raw') return piece.markdown === '' ? '' : firstOf(piece.markdown);
  if (piece.kind === 'code') return '`';
  return piece.kind === 'break' ? '\n' : '*';
}

const isMark = (piece: Piece | undefined): boolean => piece?.kind === 'open' || piece?.kind === 'close';

/** The signs of each emphasis: `_` for one that touches another, because rows of asterisks cannot be told apart. */
function signsOf(pieces: readonly Piece[]): Map<number, string> {
  const signs = new Map<number, string>();
  const open: number[] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind === 'open') open.push(at);
    if (piece.kind !== 'close') return;
    const start = open.pop();
    if (start === undefined) return;
    const touches = [start - 1, start + 1, at - 1, at + 1].some((place) => isMark(pieces[place]));
    const sign = piece.mark === 'em' && touches ? '_' : SIGNS[piece.mark];
    signs.set(start, sign);
    signs.set(at, sign);
  });
  return signs;
}

/** Tidy pieces as Markdown. The neighbours of emphasis and formulas become entities where the rules of Markdown would not see them. */
export function writePieces(pieces: readonly Piece[], everything = false): string {
  const signs = signsOf(pieces);
  let out = '';
  let encodeNext = false;
  const encodeLast = () => {
    const last = lastOf(out);
    if (last !== '' && !/\s/.test(last)) out = out.slice(0, -last.length) + asEntity(last);
  };
  pieces.forEach((piece, at) => {
    const after = startOf(pieces[at + 1]);
    if (piece.kind === 'text') {
      const first = encodeNext ? firstOf(piece.text) : '';
      if (first !== '') out += asEntity(first);
      out += escapeText(piece.text.slice(first.length), { before: lastOf(out), after }, everything);
    } else if (piece.kind === 'raw') {
      const dollar = piece.markdown.startsWith('$');
      if (dollar && /\w/.test(lastOf(out))) encodeLast();
      out += piece.markdown;
      encodeNext = dollar && /\w/.test(after);
      return;
    } else if (piece.kind === 'code') {
      out += codeSpan(piece.text);
    } else if (piece.kind === 'break') {
      out += '\\\n';
    } else {
      const sign = signs.get(at) ?? '';
      if (piece.kind === 'open') {
        if (isWordChar(lastOf(out)) && (sign === '_' || isPunctuation(after))) encodeLast();
        out += sign;
      } else {
        const tight = isPunctuation(lastOf(out)) || sign === '_';
        out += sign;
        encodeNext = tight && isWordChar(after);
        return;
      }
    }
    encodeNext = false;
  });
  return out.split('\n').map(escapeLineStart).join('\n');
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** What a reader sees of the pieces, without spaces; compared with what the Markdown shows. */
export const shownPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : 'shown' in piece ? piece.shown : '')).join('');
