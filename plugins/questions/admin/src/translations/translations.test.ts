import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import {
  CARE_CODES,
  HISTORY_VERBS,
  IMPORT_MODES,
  IMPORT_STATES,
  KEY_FORMS,
  MAPPING_FIELDS,
  ON_ERROR,
  QUESTION_STATUSES,
  QUESTION_TYPES,
  questionsProblems,
  REPORT_OUTCOMES,
  REPORT_REASONS,
  REVIEW_STEPS,
  ROW_RESULTS,
  RULE_SENTENCES,
} from '../../../contract/index.ts';
import { NAMED_FIELDS } from '../pages/history/value-text.ts';
import { STEPS } from '../pages/import-wizard/steps.ts';
import { NAV_SECTIONS, PAGES } from '../pages/registry.ts';
import { AREAS } from './areas.ts';

const folder = import.meta.dirname;
const readArea = (locale: string, area: string) =>
  JSON.parse(readFileSync(path.join(folder, locale, `${area}.json`), 'utf8')) as Record<string, string>;
const read = (locale: string): Record<string, string> => Object.assign({}, ...AREAS.map((area) => readArea(locale, area)));
const texts = Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)]));
const english = texts['en'] ?? {};

const sources = readdirSync(path.join(folder, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(path.join(folder, '..', file), 'utf8'));

/** Names of the values a text takes, without the words of plural and select. */
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{([a-zA-Z]+)(?=[,}])/g)].map(([, name]) => name))].sort();

describe('the texts of the admin', () => {
  it('have every key once', () => {
    const keys = AREAS.flatMap((area) => Object.keys(readArea('en', area)));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each(LOCALES)('are complete in %s, with the same values in every language', (locale) => {
    const own = texts[locale] ?? {};
    expect(Object.keys(own)).toEqual(Object.keys(english));
    const empty = Object.entries(own).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
    for (const [key, text] of Object.entries(english)) {
      expect
        .soft(
          placeholders(own[key] ?? '').filter((name) => !placeholders(text).includes(name)),
          key,
        )
        .toEqual([]);
    }
  });

  it('have every key the pages ask for', () => {
    const asked = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key));
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter((key) => !(key in english))).toEqual([]);
  });

  it('have a name for every value of the contract', () => {
    const keys = [
      ...QUESTION_TYPES.map((value) => `type.${value}`),
      ...QUESTION_STATUSES.map((value) => `status.${value}`),
      ...LOCALES.map((value) => `language.${value}`),
      ...HISTORY_VERBS.map((value) => `history.${value}`),
      ...REVIEW_STEPS.map((value) => `review.step-${value}`),
      ...NAMED_FIELDS.map((value) => `field.${value}`),
      ...REPORT_REASONS.map((value) => `reports.reason-${value}`),
      ...REPORT_OUTCOMES.map((value) => `reports.outcome-${value}`),
      ...CARE_CODES.flatMap((value) => [`care.${value}`, `care.short-${value}`]),
      ...MAPPING_FIELDS.map((value) => `field.${value}`),
      ...KEY_FORMS.map((value) => `key.${value}`),
      ...IMPORT_STATES.map((value) => `import-state.${value}`),
      ...IMPORT_MODES.map((value) => `options.mode-${value}`),
      ...ON_ERROR.map((value) => `options.onError-${value}`),
      ...ROW_RESULTS.flatMap((value) => [`figure.${value}`, `figure.dry-${value}`]),
      ...STEPS.map((value) => `step.${value}`),
      ...NAV_SECTIONS.map((value) => `nav-section.${value}`),
      ...PAGES.filter(({ isHidden }) => isHidden !== true).map(({ path }) => `nav.${path === '' ? 'bank' : path}`),
    ];
    expect(keys.filter((key) => !(key in english))).toEqual([]);
  });

  it('have a sentence for every refusal and every rule, so that nobody reads a code [Q-37]', () => {
    const refusals = Object.values(questionsProblems).map(({ code }) => `problem.${code}`);
    expect(refusals.filter((key) => !(key in english))).toEqual([]);
    const incomplete = Object.entries(RULE_SENTENCES).filter(([, sentences]) =>
      LOCALES.some((locale) => !sentences[locale]?.trim()),
    );
    expect(incomplete).toEqual([]);
  });
});
