import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decoded, detectEncoding } from './encoding.ts';
import { mixedDecoder } from './mixed-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'questions-mixed-'));
const file = (name: string, bytes: Buffer): string => {
  const target = path.join(folder, name);
  writeFileSync(target, bytes);
  return target;
};
const windows = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => ({ '“': 0x93, '”': 0x94, '’': 0x92, é: 0xe9 })[sign] ?? sign.charCodeAt(0)));

describe('UTF-8 with Windows-1252 in between', () => {
  const mixed = Buffer.concat([Buffer.from('Café “one” — 東京 😀 '), windows('“two” don’t é '), Buffer.from('ŝ')]);
  const right = 'Café “one” — 東京 😀 “two” don’t é ŝ';

  it('is repaired byte by byte, wherever the pieces are cut [Q-25, I6]', () => {
    for (let cut = 0; cut <= mixed.length; cut += 1) {
      const decoder = mixedDecoder();
      expect(decoder.push(mixed.subarray(0, cut)) + decoder.push(mixed.subarray(cut)) + decoder.end()).toBe(right);
    }
  });

  it('has its closing quotation marks again where a program wrote a question mark for their last byte', () => {
    const decoder = mixedDecoder();
    const bytes = Buffer.concat([Buffer.from('Do “it'), Buffer.from([0xe2, 0x80, 0x3f]), Buffer.from(' now?')]);
    expect(decoder.push(bytes.subarray(0, 10)) + decoder.push(bytes.subarray(10)) + decoder.end()).toBe('Do “it” now?');
  });

  it('is told from UTF-8 and from Windows-1252', async () => {
    const kinds = [
      ['mixed.txt', mixed, 'utf-8-mixed'],
      ['plain.txt', Buffer.from(right), 'utf-8'],
      ['windows.txt', windows('“one” don’t café'), 'windows-1252'],
    ] as const;
    for (const [name, bytes, encoding] of kinds) {
      const target = file(name, bytes);
      expect(await detectEncoding(target, bytes), name).toBe(encoding);
    }
    let text = '';
    for await (const piece of decoded(file('again.txt', mixed), 'utf-8-mixed')) text += piece;
    expect(text).toBe(right);
  });

  it('never takes a surrogate, an overlong form or a cut end for a sign', () => {
    for (const bytes of [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf0, 0x9f, 0x98], [0xff], [0xf5, 0x80, 0x80, 0x80]]) {
      const decoder = mixedDecoder();
      const text = decoder.push(Buffer.from(bytes)) + decoder.end();
      expect(text).not.toContain('\uFFFD');
      expect(text).toHaveLength(bytes.length);
    }
  });
});
