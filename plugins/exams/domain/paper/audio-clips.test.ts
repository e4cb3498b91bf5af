import { renderMarkdown } from '@lyceum/core/render';
import { describe, expect, it } from 'vitest';
import { audioClips } from './audio-clips.ts';

const ONE = '01999999-0000-7000-8000-00000000000a';
const TWO = '01999999-0000-7000-8000-00000000000b';
const clips = (...texts: string[]) => audioClips(texts.map((text) => renderMarkdown(text).html));

describe('the sounds of a question [Q-20]', () => {
  it('are found in every text with how often each may be played', () => {
    expect(clips(`Listen: ![a bell](/media/${ONE} "plays=2")`, `or ![a horn [loud]](/media/${TWO})`)).toEqual([
      { media: ONE, plays: 2 },
      { media: TWO, plays: null },
    ]);
  });

  it('keep the lowest limit when one sound stands in several places', () => {
    expect(clips(`![a](/media/${ONE} "plays=3") ![b](/media/${ONE} "plays=1")`, `![c](/media/${ONE})`)).toEqual([
      { media: ONE, plays: 1 },
    ]);
  });

  it.each([
    ['an image', '![a ship](/uploads/ship.png "plays=2")'],
    ['a link', `[a bell](/media/${ONE})`],
    ['another address', `![x](https://example.org/media/${ONE})`],
    ['code', `\`![x](/media/${ONE})\``],
    ['the markup itself, typed by an author', `<span class="audio-clip" data-media="${ONE}">x</span>`],
  ])('are not: %s', (_, text) => {
    expect(clips(text)).toEqual([]);
  });
});
