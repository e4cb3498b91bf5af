/** A JSON text as a value, with what JSON allows and a question does not. */
export type JsonRead =
  | { readonly value: unknown; readonly notes: readonly JsonNote[] }
  /** No JSON: the line, counted from the first of the text. */
  | { readonly brokenAt: number };
/** Dotted from the question. */
export type JsonNote = { readonly code: 'jsonTwice' | 'jsonNumber' | 'jsonUnknownField'; readonly field: string };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS = { true: true, false: false, null: null } as const;

class Broken extends Error {
  readonly at: number;
  constructor(at: number) {
    super('not JSON');
    this.at = at;
  }
}

/**
 * Reads JSON strictly. Unlike `JSON.parse` it notes names that stand twice and numbers that are none (1e400), and leaves
 * `__proto__` out, so that no prototype can be set [I7]. Recursive: the caller limits the depth. Linear.
 */
export function parseJson(text: string): JsonRead {
  const notes: JsonNote[] = [];
  let at = 0;

  const space = (): void => {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
  };
  const take = (sign: string): void => {
    if (text[at] !== sign) throw new Broken(at);
    at += 1;
  };

  function string(): string {
    const start = at;
    take('"');
    for (let char = text[at]; char !== '"'; char = text[at]) {
      if (char === undefined) throw new Broken(start);
      at += char === '\\' ? 2 : 1;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      // A line break or an unknown escape inside the quotation marks.
      throw new Broken(start);
    }
  }

  function number(path: string): number | null {
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(text)?.[0];
    if (found === undefined) throw new Broken(at);
    at += found.length;
    const value = Number(found);
    if (Number.isFinite(value)) return value;
    notes.push({ code: 'jsonNumber', field: path });
    return null;
  }

  function members<Member>(close: string, member: () => Member): Member[] {
    at += 1;
    space();
    const all: Member[] = [];
    if (text[at] === close) {
      at += 1;
      return all;
    }
    for (;;) {
      all.push(member());
      space();
      if (text[at] === close) break;
      take(',');
      space();
    }
    at += 1;
    return all;
  }

  function object(path: string): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    members('}', () => {
      const name = string();
      const field = path === '' ? name : `${path}.${name}`;
      space();
      take(':');
      space();
      const held = value(field);
      if (name === '__proto__') notes.push({ code: 'jsonUnknownField', field });
      else if (Object.hasOwn(made, name)) notes.push({ code: 'jsonTwice', field });
      else made[name] = held;
    });
    return made;
  }

  function value(path: string): unknown {
    const char = text[at];
    if (char === '{') return object(path);
    if (char === '[') {
      let place = 0;
      return members(']', () => {
        place += 1;
        return value(`${path}.${place - 1}`);
      });
    }
    if (char === '"') return string();
    for (const [word, meaning] of Object.entries(WORDS)) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    return number(path);
  }

  try {
    space();
    const read = value('');
    space();
    return at === text.length ? { value: read, notes } : { brokenAt: lineOf(text, at) };
  } catch (problem) {
    if (!(problem instanceof Broken)) throw problem;
    return { brokenAt: lineOf(text, problem.at) };
  }
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
