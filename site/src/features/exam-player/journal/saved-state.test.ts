import { describe, expect, it } from 'vitest';
import { type SaveFacts, savedState } from './saved-state.ts';

const facts: SaveFacts = { phase: 'quiet', unsent: 0, online: true, savedAtMs: 42, refused: [] };

describe('savedState', () => {
  it('says saved with the time only when nothing is open', () => {
    expect(savedState(facts)).toEqual({ kind: 'saved', atMs: 42 });
    for (const phase of ['waiting', 'sending'] as const)
      expect(savedState({ ...facts, phase, unsent: 1 })).toEqual({ kind: 'saving' });
  });

  it('sends time and "seen" without a word', () => {
    expect(savedState({ ...facts, phase: 'sending' })).toEqual({ kind: 'saved', atMs: 42 });
  });

  it('is offline when a call failed or the browser says so', () => {
    expect(savedState({ ...facts, phase: 'retrying', unsent: 3 })).toEqual({ kind: 'offline', count: 3 });
    expect(savedState({ ...facts, online: false })).toEqual({ kind: 'offline', count: 0 });
  });

  it('keeps naming an answer that could not be saved', () => {
    expect(savedState({ ...facts, refused: [7] })).toEqual({ kind: 'refused', items: [7] });
  });

  it('ends in elsewhere, signed out and closed whatever the network does', () => {
    expect(savedState({ ...facts, phase: 'elsewhere', unsent: 2, online: false })).toEqual({ kind: 'elsewhere', count: 2 });
    expect(savedState({ ...facts, phase: 'signedOut', unsent: 2 })).toEqual({ kind: 'signedOut', count: 2 });
    expect(savedState({ ...facts, phase: 'closed' })).toEqual({ kind: 'closed' });
  });
});
