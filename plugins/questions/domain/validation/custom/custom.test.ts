import type { DocumentId } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import type { CustomRule, RuleBody } from '../../../contract/index.ts';
import { sample } from '../../testing/sample.ts';
import { error, warning } from '../../types/messages.ts';
import { validate } from '../validate.ts';
import { withCustomRules } from './apply.ts';

const TYT = 'exam0000000000000000000t' as DocumentId;
const rule = (body: RuleBody, fields: Partial<CustomRule> = {}): CustomRule => ({
  id: '0199a000-0000-7000-8000-000000000000',
  examType: null,
  isOn: true,
  rule: body,
  ...fields,
});
const facts = (rules: readonly CustomRule[]) => ({ hasTopic: () => true, hasFile: () => true, rules });

describe('rules of the institution [Q-38]', () => {
  it('ask for a tag, whatever its case', () => {
    const rules = [rule({ kind: 'requiredTag', tag: 'Reviewed' })];
    expect(validate(sample({ tags: ['x'] }), facts(rules))).toEqual([warning('tagRequired', 'tags', { tag: 'Reviewed' })]);
    expect(validate(sample({ tags: ['reviewed'] }), facts(rules))).toEqual([]);
  });

  it('limit the length of every text of a kind, counted as a reader counts', () => {
    const rules = [rule({ kind: 'maxLength', field: 'options', max: 3 })];
    const options = [
      { id: 'a' as const, text: '👩🏽‍🔬'.slice(0, 2) },
      { id: 'b' as const, text: 'four' },
    ];
    expect(validate(sample({ options }), facts(rules))).toEqual([
      warning('lengthLimited', 'options.1.text', { length: 4, max: 3 }),
    ]);
  });

  it('forbid a phrase without case by the language, across line breaks', () => {
    const rules = [rule({ kind: 'forbiddenPhrase', phrase: 'ALL of the above' })];
    const found = validate(sample({ explanation: 'Not all\n of  the above.' }), facts(rules));
    expect(found).toEqual([warning('phraseForbidden', 'explanation', { phrase: 'ALL of the above' })]);
    const turkish = [rule({ kind: 'forbiddenPhrase', phrase: 'HIÇ' })];
    expect(validate(sample({ language: 'tr', stem: 'hıç' }), facts(turkish))).toHaveLength(1);
    expect(validate(sample({ language: 'tr', stem: 'hiç' }), facts(turkish))).toHaveLength(0);
  });

  it('switch built-in warnings off and never an error', () => {
    const rules = [rule({ kind: 'switchOff', code: 'altMissing' })];
    const messages = [warning('altMissing', 'stem'), error('altMissing', 'stem')];
    expect(withCustomRules(sample(), messages, rules)).toEqual([messages[1]]);
    expect(validate(sample({ stem: '![](/uploads/a.png)' }), facts([]))).toHaveLength(1);
    expect(validate(sample({ stem: '![](/uploads/a.png)' }), facts(rules))).toEqual([]);
  });

  it('hold for the questions of their exam type alone, and only while they are on', () => {
    const body: RuleBody = { kind: 'requiredTag', tag: 't' };
    expect(validate(sample(), facts([rule(body, { examType: TYT })]))).toEqual([]);
    expect(validate(sample({ examTypes: [TYT] }), facts([rule(body, { examType: TYT })]))).toHaveLength(1);
    expect(validate(sample(), facts([rule(body, { isOn: false })]))).toEqual([]);
  });
});
