import { describe, expect, it } from 'vitest';
import type { ImportMode } from '../../contract/index.ts';
import { sample } from '../testing/sample.ts';
import { type BankFacts, decideRow as decide, type Existing } from './decide.ts';
import type { PreparedRow } from './prepared.ts';

const row: PreparedRow = {
  number: 2,
  rowHash: 'r',
  code: 'c',
  stemStart: 's',
  messages: [],
  losses: [],
  failed: false,
  isForeign: false,
  cells: [],
  question: null,
  contentHash: 'h',
  sameHash: 's',
  sameAs: null,
};
const decideRow = (
  prepared: PreparedRow,
  existing: BankFacts['existing'],
  mode: ImportMode,
  written: ReadonlySet<string>,
  newId: () => string,
  same: BankFacts['same'] = new Map(),
  facts: Partial<BankFacts> = {},
  acceptWarnings = true,
) =>
  decide(prepared, { existing, same, written, merged: new Map(), similar: new Map(), ...facts }, { mode, acceptWarnings }, newId);
const there = (contentHash: string, state = 'published', mayChange = true) =>
  new Map<string, Existing>([['c', { id: 1, documentId: 'd', contentHash, state, mayChange }]]);

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

  it('a translation keeps its language, so that a question has one for each [Q-11]', () => {
    const translation = new Map<string, Existing>([
      ['c', { id: 1, documentId: 'd', contentHash: 'x', state: 'published', mayChange: true, translationIn: 'tr' }],
    ]);
    const inLanguage = (language: 'en' | 'tr') => ({ ...row, question: { ...sample({ language }), code: 'c' } });
    const decided = decideRow(inLanguage('en'), translation, 'update', new Set(), () => 'new');
    expect([decided.result, decided.messages[0]?.code]).toEqual(['failed', 'translationLanguage']);
    expect(decideRow(inLanguage('tr'), translation, 'update', new Set(), () => 'new').result).toBe('updated');
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

  it.each<[string, ImportMode, string, string, 'error' | 'warning']>([
    ['only new ones are wanted', 'create', 'failed', 'exactDuplicate', 'error'],
    ['both are wanted', 'createOrUpdate', 'created', 'exactDuplicate', 'warning'],
  ])('the same question under another code, where %s [Q-39]', (_, mode, result, code, level) => {
    const decided = decideRow(row, new Map(), mode, new Set(), () => 'new', new Map([['s', ['other']]]));
    expect(decided).toMatchObject({ result, messages: [{ code, level, params: { code: 'other' } }] });
    const inFile = decideRow({ ...row, sameAs: 1 }, new Map(), mode, new Set(), () => 'new');
    expect(inFile).toMatchObject({ result, messages: [{ code: 'sameQuestion', level, params: { row: 1 } }] });
  });

  it('two equal questions that the bank keeps under two codes stay unchanged when their export comes back [Q-47]', () => {
    const same = new Map([['s', ['c', 'other']]]);
    expect(decideRow({ ...row, sameAs: 1 }, there('h'), 'create', new Set(), () => 'new', same).result).toBe('skipped');
  });

  it('a question of somebody else is neither changed nor published along [Q-09]', () => {
    const foreign = decideRow(row, there('x', 'draft', false), 'createOrUpdate', new Set(), () => 'new');
    expect(foreign).toMatchObject({ result: 'failed', messages: [{ code: 'codeTaken' }] });
    expect(decideRow(row, there('h', 'draft', false), 'create', new Set(), () => 'new').publishesExisting).toBe(false);
  });

  it('a similar question is a warning that names it, and fails the row where warnings are not accepted [Q-39]', () => {
    const similar = { similar: new Map([[2, { code: 'other', percent: 91 }]]) };
    const told = decideRow(row, new Map(), 'create', new Set(), () => 'new', new Map(), similar);
    expect(told).toMatchObject({
      result: 'created',
      messages: [{ code: 'similarQuestion', params: { code: 'other', percent: 91 } }],
    });
    expect(decideRow(row, new Map(), 'create', new Set(), () => 'new', new Map(), similar, false).result).toBe('failed');
    expect(decideRow(row, there('h'), 'create', new Set(), () => 'new', new Map(), similar).messages).toHaveLength(1);
  });

  it('a question that was merged into another one does not come back [Q-40]', () => {
    const decided = decideRow(row, new Map(), 'create', new Set(), () => 'new', new Map(), { merged: new Map([['c', 'kept']]) });
    expect(decided).toMatchObject({ result: 'skipped', messages: [{ code: 'codeMerged', params: { code: 'kept' } }] });
  });

  it('a kind that the bank does not know is passed over', () => {
    expect(decideRow({ ...row, isForeign: true, failed: false }, new Map(), 'create', new Set(), () => 'new').result).toBe(
      'skipped',
    );
  });
});
