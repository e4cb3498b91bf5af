import { LOCALES } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import { VIEW_STRINGS } from './strings.ts';
import { viewTexts } from './texts.ts';

const FORM = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(FORM, '');
const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('the texts of the views', () => {
  it.each(LOCALES)('stand in %s for every English one, with every plural form the language needs', (locale) => {
    const own = VIEW_STRINGS[locale];
    expect(new Set(Object.keys(own).map(stem))).toEqual(new Set(Object.keys(VIEW_STRINGS.en).map(stem)));
    const counted = new Set(
      Object.keys(own)
        .filter((key) => FORM.test(key))
        .map(stem),
    );
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const key of counted) for (const form of forms) expect(own, `${key}_${form}`).toHaveProperty(`${key}_${form}`);
    for (const [key, text] of Object.entries(own)) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/[!！]/);
      if (!FORM.test(key)) expect(values(text), key).toEqual(values(VIEW_STRINGS.en[key] ?? ''));
    }
  });

  it('put values in and pick the plural form', () => {
    const { t } = viewTexts('en', VIEW_STRINGS.en);
    expect(t('gap', { number: 3 })).toBe('Gap 3');
    expect([1, 2, 1200].map((count) => t('words', { count }))).toEqual(['1 word', '2 words', '1,200 words']);
    expect(viewTexts('ar', VIEW_STRINGS.ar).t('words', { count: 2 })).toBe('كلمتان');
  });
});
