import { refuse } from '@lyceum/core/contract';
import { IMPORT_HARD_LIMITS, questionsProblems } from '../../../contract/index.ts';
import { JSON_FORMAT, JSON_VERSION } from './format.ts';

/** One question as it stands in the file. */
export type JsonPiece = { readonly place: number; readonly line: number; readonly text: string };

const broken = (line: number): never => refuse(questionsProblems.importUnreadable, { params: { reason: 'json', line } });
const unfit = (reason: 'jsonFormat' | 'jsonVersion'): never => refuse(questionsProblems.importUnreadable, { params: { reason } });
const tooLarge = (limit: 'itemCharacters' | 'itemDepth'): never =>
  refuse(questionsProblems.importTooLarge, { params: { limit, max: IMPORT_HARD_LIMITS[limit] } });

const isSpace = (char: string): boolean => char === ' ' || char === '\n' || char === '\t' || char === '\r';

/** A value being collected: its text so far, how deep it is nested, whether inside quotation marks. */
function collector() {
  let text = '';
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let line = 1;

  return {
    start(at: number) {
      [text, depth, inString, isEscaped, line] = ['', 0, false, false, at];
    },
    /** Takes the next part of a piece; gives the place behind the value, or −1 when it goes on in the next piece. */
    take(piece: string, from: number): number {
      let at = from;
      for (; at < piece.length; at += 1) {
        const char = piece[at];
        if (inString) {
          if (isEscaped) isEscaped = false;
          else if (char === '\\') isEscaped = true;
          else if (char === '"') {
            inString = false;
            if (depth === 0) return finish(piece, from, at + 1);
          }
        } else if (char === '"') inString = true;
        else if (char === '{' || char === '[') {
          depth += 1;
          if (depth > IMPORT_HARD_LIMITS.itemDepth) tooLarge('itemDepth');
        } else if (char === '}' || char === ']') {
          if (depth === 0) return finish(piece, from, at);
          depth -= 1;
          if (depth === 0) return finish(piece, from, at + 1);
        } else if (depth === 0 && (char === ',' || isSpace(char ?? ''))) return finish(piece, from, at);
      }
      finish(piece, from, at);
      return -1;
    },
    get text() {
      return text;
    },
    get line() {
      return line;
    },
  };

  function finish(piece: string, from: number, to: number): number {
    text += piece.slice(from, to);
    if (text.length > IMPORT_HARD_LIMITS.itemCharacters) tooLarge('itemCharacters');
    return to;
  }
}

/** Where in the file the next sign stands; `…End` is behind a value, where a comma or the end of its list comes. */
type Place = 'root' | 'key' | 'colon' | 'member' | 'memberEnd' | 'item' | 'itemEnd' | 'done';

/** Signs that may stand at a place and where they lead. */
const STEPS: Readonly<Record<Place, string>> = {
  root: '{[',
  key: '"}',
  colon: ':',
  member: '',
  memberEnd: ',}',
  item: ']',
  itemEnd: ',]',
  done: '',
};

/**
 * Cuts a JSON file into its questions, piece by piece: the elements of a list, or of `questions` in an object. Never holds more
 * than one question. Refuses what is no JSON with the line, and what is nested or long beyond the limits [I7].
 */
export function jsonSplitter() {
  const value = collector();
  const facts = new Map<string, string>();
  let place: Place = 'root';
  let collecting = false;
  let isBare = false;
  /** After a comma a value must come. */
  let isOwed = false;
  let key = '';
  let line = 1;
  let count = 0;
  let found = false;

  /** A value is complete: what it was decides where we are. */
  function completed(): JsonPiece[] {
    collecting = false;
    isOwed = false;
    if (place === 'key') {
      key = value.text.slice(1, -1);
      place = 'colon';
      return [];
    }
    if (place === 'member') {
      if (facts.size < 10) facts.set(key, value.text.slice(0, 100));
      place = 'memberEnd';
      return [];
    }
    place = 'itemEnd';
    count += 1;
    return [{ place: count, line: value.line, text: value.text }];
  }

  function sign(char: string): void {
    if (!STEPS[place].includes(char) || (isOwed && char !== '"')) broken(line);
    if (char === '[') {
      [place, isBare, found] = ['item', true, true];
    } else if (char === '{') place = 'key';
    else if (char === ':') place = 'member';
    else if (char === ',') {
      place = place === 'memberEnd' ? 'key' : 'item';
      isOwed = true;
    } else if (char === ']') place = isBare ? 'done' : 'memberEnd';
    else place = 'done';
  }

  /** Whether a value begins with this sign here. */
  function begins(char: string): boolean {
    if (place === 'key') return char === '"';
    return (place === 'member' || place === 'item') && !',:}]'.includes(char);
  }

  function* push(piece: string): Generator<JsonPiece> {
    for (let at = 0; at < piece.length; ) {
      if (collecting) {
        const end = value.take(piece, at);
        line += newlines(piece, at, end < 0 ? piece.length : end);
        if (end < 0) return;
        at = end;
        yield* completed();
        continue;
      }
      const char = piece[at] ?? '';
      if (isSpace(char)) {
        if (char === '\n') line += 1;
        at += 1;
      } else if (place === 'member' && key === 'questions' && char === '[') {
        [place, found] = ['item', true];
        at += 1;
      } else if (begins(char)) {
        collecting = true;
        value.start(line);
      } else {
        sign(char);
        at += 1;
      }
    }
  }

  /** Refuses a file that breaks off, or that is JSON of something else. */
  function end(): void {
    if (place !== 'done') broken(line);
    const format = facts.get('format');
    if (!found || (format !== undefined && format !== JSON.stringify(JSON_FORMAT))) unfit('jsonFormat');
    const version = facts.get('version');
    if (version !== undefined && version !== String(JSON_VERSION)) unfit('jsonVersion');
  }

  return { push, end };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
