import { IMPORT_HARD_LIMITS } from '../../../../contract/index.ts';
import { overLimit } from './limits.ts';
import { readXml } from './xml.ts';

/** Control characters that XML cannot hold are written as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Collects the text of a string item: plain or in formatted runs, without the reading aids of East Asian text. */
export function stringCollector() {
  let text = '';
  let inText = false;
  let inPhonetic = 0;
  return {
    open(name: string): void {
      if (name === 'rPh') inPhonetic += 1;
      else if (name === 't') inText = inPhonetic === 0;
    },
    close(name: string): void {
      if (name === 'rPh') inPhonetic -= 1;
      else if (name === 't') inText = false;
    },
    add(piece: string): void {
      if (inText) text += piece;
    },
    take(): string {
      const whole = unescaped(text);
      text = '';
      return whole;
    },
  };
}

/** Characters all shared strings may have together; they are held in memory. */
const MAX_CHARACTERS = 60_000_000;

/** The workbook's table of strings, under limits on number and size. */
export async function readSharedStrings(bytes: AsyncIterable<Buffer>): Promise<string[]> {
  const { sharedStrings } = IMPORT_HARD_LIMITS;
  const strings: string[] = [];
  const item = stringCollector();
  let characters = 0;
  await readXml('sharedStrings', bytes, {
    open: item.open,
    text: item.add,
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      const text = item.take();
      characters += text.length;
      if (strings.length >= sharedStrings) overLimit('sharedStrings', sharedStrings);
      if (characters > MAX_CHARACTERS) overLimit('sharedCharacters', MAX_CHARACTERS);
      strings.push(text);
    },
  });
  return strings;
}
