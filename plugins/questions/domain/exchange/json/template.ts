import type { ExchangeQuestion } from '../item.ts';
import { JSON_EXAMPLE } from './example.ts';
import { JSON_FORMAT, JSON_VERSION } from './format.ts';

const file = (questions: readonly ExchangeQuestion[]): string =>
  `${JSON.stringify({ format: JSON_FORMAT, version: JSON_VERSION, questions }, null, 2)}\n`;

/** What a person fills in: the fields that every question needs. */
const BLANK: ExchangeQuestion = {
  code: '',
  type: 'single-choice',
  stem: '',
  options: [
    { id: 'a', text: '' },
    { id: 'b', text: '' },
  ],
  key: { correct: ['a'] },
  explanation: '',
  points: 1,
  difficulty: 5,
  topic: '',
  tags: [],
  language: 'en',
};

/** The JSON template for download. */
export const jsonTemplate = (): string => file([BLANK]);

/** The worked example for download: one question of each of the ten types. */
export const jsonExample = (): string => file(JSON_EXAMPLE);
