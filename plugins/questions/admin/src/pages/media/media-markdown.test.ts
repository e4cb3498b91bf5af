import { describe, expect, it } from 'vitest';
import { isAudio, mediaMarkdown } from './media-markdown.ts';

const ID = '0199a000-0000-7000-8000-0000000000ab';

describe('a stored file in Markdown [Q-19, Q-20]', () => {
  it('keeps its words whatever stands in them', () => {
    const text = mediaMarkdown({ kind: 'image', address: '/uploads/a.png' }, 'a [b] \\ c\nd');
    expect(text).toBe('![a \\[b\\] \\\\ c d](/uploads/a.png)');
  });

  it('says how often audio may be played, and never does for an image', () => {
    expect(mediaMarkdown({ kind: 'audio', address: `/media/${ID}` }, 'A talk', 2)).toBe(`![A talk](/media/${ID} "plays=2")`);
    expect(mediaMarkdown({ kind: 'audio', address: `/media/${ID}` }, 'A talk')).toBe(`![A talk](/media/${ID})`);
    expect(mediaMarkdown({ kind: 'image', address: '/uploads/a.png' }, 'x', 2)).toBe('![x](/uploads/a.png)');
  });

  it('knows audio by its type or name', () => {
    expect(isAudio({ type: 'audio/mpeg', name: 'x' })).toBe(true);
    expect(isAudio({ type: '', name: 'Talk.M4A' })).toBe(true);
    expect(isAudio({ type: 'image/png', name: 'mp3.png' })).toBe(false);
  });
});
