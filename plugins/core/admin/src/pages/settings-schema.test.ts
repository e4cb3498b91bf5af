import { expect, it } from 'vitest';
import { fieldsOf, labelOf, limitsOf } from './settings-schema.ts';

it('makes a form from the schema alone: order, labels and limits [X-44]', () => {
  const schema = { properties: { graceSec: { type: 'integer', minimum: 0, maximum: 60 }, title: { type: 'string' } } };
  expect(fieldsOf(schema).map(([name]) => name)).toEqual(['graceSec', 'title']);
  expect(labelOf('maxFileBytes')).toBe('Max file bytes');
  expect(limitsOf({ minimum: 0, maximum: 60 })).toBe('0 – 60');
  expect(limitsOf({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })).toBe('≥ 1');
  expect(limitsOf({})).toBe('');
});
