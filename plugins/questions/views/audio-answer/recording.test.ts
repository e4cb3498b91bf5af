import { describe, expect, it } from 'vitest';
import { FILE_MAX_MB, fileTrouble, loudness, microphoneTrouble } from './recording.ts';

describe('an answer by voice [Q-02]', () => {
  it('takes sound files up to the limit and nothing else', () => {
    expect(fileTrouble({ type: 'audio/mpeg', size: 1 })).toBeNull();
    expect(fileTrouble({ type: 'video/mp4', size: 1 })).toBeNull();
    expect(fileTrouble({ type: 'image/png', size: 1 })).toBe('audioWrongFile');
    expect(fileTrouble({ type: '', size: 1 })).toBe('audioWrongFile');
    expect(fileTrouble({ type: 'audio/wav', size: FILE_MAX_MB * 1024 * 1024 + 1 })).toBe('audioTooLarge');
  });

  it('shows how loud it is, from silence to full', () => {
    expect(loudness(new Uint8Array(8).fill(128))).toBe(0);
    expect(loudness(Uint8Array.of(0, 255, 0, 255))).toBe(1);
    expect(loudness(Uint8Array.of(120, 136))).toBeCloseTo(0.1875);
    expect(loudness(new Uint8Array())).toBe(0);
  });

  it('tells a microphone that is missing from one that is not allowed', () => {
    const named = (name: string) => Object.assign(new Error(name), { name });
    expect([named('NotAllowedError'), named('NotFoundError'), undefined].map(microphoneTrouble)).toEqual([
      'audioDenied',
      'audioNone',
      'audioNone',
    ]);
  });
});
