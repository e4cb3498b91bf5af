import { describe, expect, it } from 'vitest';
import { recordingLimit, soundFormat } from './sound-format.ts';

describe('the format of a recording', () => {
  it.each([
    ['audio/mpeg', 'audio/mpeg'],
    ['audio/ogg; codecs=opus', 'audio/ogg'],
    ['video/webm', 'audio/webm'],
    ['video/mp4', 'audio/mp4'],
    ['audio/wav', 'audio/wav'],
  ])('is told by its content: %s', (detected, kept) => {
    expect(soundFormat(detected, 'head')).toBe(kept);
  });

  it.each([
    ['a page', undefined, '<html>'],
    ['a picture', 'image/png', 'PNG'],
    ['a program', 'application/x-elf', 'ELF'],
    ['a film in WebM', 'video/webm', '…V_VP9…A_OPUS'],
    ['a film in MP4', 'video/mp4', 'ftypisom…hdlr…vide'],
  ])('is refused for %s', (_, detected, head) => {
    expect(soundFormat(detected, head)).toBeNull();
  });

  it('may be as large as its length allows, and never above the limit for all', () => {
    expect(recordingLimit(10, 1_000, 50_000)).toBe(10_000);
    expect(recordingLimit(100, 1_000, 50_000)).toBe(50_000);
  });
});
