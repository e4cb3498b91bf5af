import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../../contract/index.ts';
import { exampleOf, fitted, missingFields, sendable, withKeyColumn, withKind, withOption, withSource } from './mapping.ts';

const headers = ['id', 'correct', 'question', 'a', 'b', 'correct_letter'];
const mapping: Mapping = {
  fields: {
    code: { from: 'column', column: 'id' },
    type: { from: 'fixed', value: 'single-choice' },
    stem: { from: 'column', column: 'question' },
    key: { from: 'column', column: 'correct_letter' },
    topic: { from: 'prefix', column: 'id', length: 3 },
    difficulty: { from: 'fixed', value: '5' },
    language: { from: 'fixed', value: 'en' },
  },
  options: ['a', 'b'],
  keyForm: 'letter',
  createTopics: true,
  topicParent: null,
};
const sample = [{ number: 2, cells: ['T1A01', '2', 'Which?', 'x', 'y', 'C'] }];

describe('a mapping', () => {
  it('blocks the next step while a required field has no value [Q-26]', () => {
    expect(missingFields(mapping)).toEqual([]);
    expect(missingFields(withKind(mapping, 'stem', 'none', headers))).toEqual(['stem']);
    expect(missingFields(withSource(mapping, 'difficulty', { from: 'fixed', value: ' ' }))).toEqual(['difficulty']);
  });

  it('keeps the column when only the kind of source changes', () => {
    expect(withKind(mapping, 'code', 'prefix', headers).fields.code).toEqual({ from: 'prefix', column: 'id', length: 3 });
    expect(withKind(mapping, 'topic', 'column', headers).fields.topic).toEqual({ from: 'column', column: 'id' });
  });

  it('shows what a field would hold [Q-26]', () => {
    expect(exampleOf(mapping.fields.topic, { headers, sample })).toBe('T1A');
    expect(exampleOf(mapping.fields.stem, { headers, sample })).toBe('Which?');
    expect(exampleOf(undefined, { headers, sample })).toBe('');
  });

  it("takes the form of the key from the column's own values [Q-26]", () => {
    const keys = [{ column: 'correct', form: 'fromZero' as const, fit: 1, certain: true }];
    expect(withKeyColumn(mapping, { from: 'column', column: 'correct' }, keys).keyForm).toBe('fromZero');
    expect(withKeyColumn(mapping, { from: 'column', column: 'id' }, keys).keyForm).toBe('letter');
  });

  it('saved for another file keeps the columns this file has and names the rest [Q-26]', () => {
    const { mapping: kept, unknown } = fitted({ ...mapping, options: ['a', 'z'] }, ['id', 'a', 'correct_letter']);
    expect(unknown.sort()).toEqual(['question', 'z']);
    expect(kept.options).toEqual(['a']);
    expect(kept.fields.stem).toBeUndefined();
    expect(kept.fields.code).toEqual(mapping.fields.code);
  });

  it('adds the next unused column as an option and sends no empty values', () => {
    expect(withOption(mapping, headers).options).toEqual(['a', 'b', 'correct']);
    expect(sendable(withSource(mapping, 'unit', { from: 'fixed', value: '' })).fields).not.toHaveProperty('unit');
  });
});
