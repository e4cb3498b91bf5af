import { describe, expect, it } from 'vitest';
import type { ImportMode } from '../../contract/index.ts';
import { decideRow, type Existing } from './decide.ts';
import type { PreparedRow } from './prepare-row.ts';

const row: PreparedRow = {
  number: 2,
  rowHash: 'r',
  code: 'c',
  stemStart: 's',
  messages: [],
  failed: false,
  cells: [],
  question: null,
  contentHash: 'h',
  sameHash: 's',
};
const there = (contentHash: string, state = 'published') =>
  new Map<string, Existing>([['c', { id: 1, documentId: 'd', contentHash, state }]]);

describe('what becomes of a row [Q-30, Q-32, I9]', () => {
  it.each<[string, ImportMode, Map<string, Existing>, string, string[]]>([
    ['new', 'create', new Map(), 'created', []],
    ['new', 'createOrUpdate', new Map(), 'created', []],
    ['new', 'update', new Map(), 'failed', ['codeUnknown']],
    ['equal', 'create', there('h'), 'skipped', ['unchanged']],
    ['equal', 'update', there('h'), 'skipped', ['unchanged']],
    ['different', 'create', there('x'), 'failed', ['codeTaken']],
    ['different', 'update', there('x'), 'updated', []],
    ['different', 'createOrUpdate', there('x'), 'updated', []],
  ])('%s with %s', (_, mode, existing, result, codes) => {
    const decided = decideRow(row, existing, mode, new Set(), () => 'new');
    expect([decided.result, decided.messages.map(({ code }) => code)]).toEqual([result, codes]);
  });

  it('a row an earlier run wrote is skipped, whatever became of its question', () => {
    expect(decideRow(row, there('edited'), 'create', new Set(['r']), () => 'new').result).toBe('skipped');
  });

  it('a new question gets its id, a known one keeps its own', () => {
    expect(decideRow(row, new Map(), 'create', new Set(), () => 'new').documentId).toBe('new');
    expect(decideRow(row, there('x'), 'update', new Set(), () => 'new').documentId).toBe('d');
    expect(decideRow(row, new Map(), 'update', new Set(), () => 'new').documentId).toBeNull();
  });

  it('a failed row stays failed', () => {
    expect(decideRow({ ...row, failed: true }, there('h'), 'create', new Set(['r']), () => 'new').result).toBe('failed');
  });

  it('an equal draft is published along, an archived question is not brought back', () => {
    expect(
      ['draft', 'inReview', 'published', 'archived'].map(
        (state) => decideRow(row, there('h', state), 'create', new Set(), () => 'new').publishesExisting,
      ),
    ).toEqual([true, true, false, false]);
  });
});
