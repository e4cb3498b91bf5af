import { clientProblems } from '@lyceum/core/client';
import { coreProblems, type Problem } from '@lyceum/core/contract';
import { examProblems } from '@lyceum/exams/contract';
import { platformProblems } from '@lyceum/platform/contract';
import { questionsProblems } from '@lyceum/questions/contract';
import { describe, expect, it } from 'vitest';
import { intlTag } from './format.ts';
import { LOCALES, type Locale } from './locales.ts';
import { resources } from './resources.ts';

type Leaves = Map<string, string>;

function leavesOf(value: unknown, path = ''): Leaves {
  if (typeof value === 'string') return new Map([[path, value]]);
  const found: Leaves = new Map();
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    for (const leaf of leavesOf(inner, path === '' ? key : `${path}.${key}`)) found.set(...leaf);
  }
  return found;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(PLURAL, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w]+)/g)].map((match) => match[1]).toSorted();
const namespaces = Object.keys(resources.en) as (keyof typeof resources.en)[];
const others = LOCALES.filter((locale): locale is Exclude<Locale, 'en'> => locale !== 'en');

describe.each(namespaces)('texts of %s', (namespace) => {
  const english = leavesOf(resources.en[namespace]);
  it.each(others)('stand in %s for every English one, and no other', (locale) => {
    const keys = new Set([...leavesOf(resources[locale][namespace]).keys()].map(stem));
    const wanted = new Set([...english.keys()].map(stem));
    expect({ missing: [...wanted].filter((key) => !keys.has(key)), extra: [...keys].filter((key) => !wanted.has(key)) }).toEqual({
      missing: [],
      extra: [],
    });
  });

  it.each(LOCALES)('have every plural form that %s needs', (locale) => {
    const leaves = leavesOf(resources[locale][namespace]);
    const needed = new Intl.PluralRules(intlTag(locale)).resolvedOptions().pluralCategories;
    const plural = new Set([...leaves.keys()].filter((key) => PLURAL.test(key) && english.has(`${stem(key)}_other`)).map(stem));
    expect([...plural].flatMap((key) => needed.map((form) => `${key}_${form}`)).filter((key) => !leaves.has(key))).toEqual([]);
  });

  it.each(others)('use the same values in %s', (locale) => {
    for (const [key, text] of leavesOf(resources[locale][namespace])) {
      const original = english.get(key) ?? english.get(`${stem(key)}_other`) ?? '';
      const own = placeholders(text);
      // One, two or none may be said in a word instead of the figure.
      if (PLURAL.test(key)) expect(placeholders(original), key).toEqual(expect.arrayContaining(own));
      else expect(own, key).toEqual(placeholders(original));
    }
  });

  it('are plain: no exclamation marks, no empty ones', () => {
    for (const locale of LOCALES) {
      for (const [key, text] of leavesOf(resources[locale][namespace])) {
        expect(text.trim(), `${locale} ${key}`).not.toBe('');
        expect(text, `${locale} ${key}`).not.toMatch(/[!！]/);
      }
    }
  });
});

describe('sentences of refusals', () => {
  const known = [coreProblems, clientProblems, platformProblems, examProblems, questionsProblems]
    .flatMap((problems) => Object.values(problems) as Problem[])
    .map((problem) => problem.code)
    .toSorted();

  it('exist for every code of the contracts, and for no other [X-19]', () => {
    expect(Object.keys(resources.en.problems).toSorted()).toEqual(known);
  });
});
