import type { ExchangeQuestion, Written } from '../item.ts';
import { JSON_FORMAT, JSON_VERSION } from './format.ts';
import { JSON_FIELDS } from './schema.ts';

/** What stands before the first question, between two and behind the last: a file is written one question at a time. */
export const JSON_FRAME = {
  head: `{"format":${JSON.stringify(JSON_FORMAT)},"version":${JSON_VERSION},"questions":[\n`,
  between: ',\n',
  tail: '\n]}\n',
} as const;

/** A question on one line, its fields in a fixed order. JSON is our own form: nothing is lost. */
export function writeJson(question: ExchangeQuestion): Written {
  const fields = JSON_FIELDS.filter((field) => question[field] !== undefined).map((field) => [field, question[field]] as const);
  return { text: JSON.stringify(Object.fromEntries(fields)), losses: [] };
}
