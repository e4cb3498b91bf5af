import type { RuleMessage } from '../../../contract/index.ts';
import { error } from '../../types/messages.ts';
import type { ExchangeItem, ExchangeQuestion } from '../item.ts';
import { itemDraft } from '../item-draft.ts';
import { issueMessages } from './issues.ts';
import { parseJson } from './parse-value.ts';
import { detailsShape, JsonQuestion, keyShape } from './schema.ts';
import type { JsonPiece } from './split.ts';

type Checked = { readonly question: ExchangeQuestion | null; readonly messages: readonly RuleMessage[] };

/** A value as a question: every field of the right shape, key and details those of its type. */
export function asQuestion(value: unknown): Checked {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { question: null, messages: [error('jsonType', 'question', { expected: 'object' })] };
  }
  // A file of refused questions says why; whoever mended one need not take that out.
  const { reason: _, ...given } = value as Record<string, unknown>;
  const fields = JsonQuestion.safeParse(given);
  if (!fields.success) return { question: null, messages: issueMessages(fields.error.issues, value) };
  const { key: rawKey, details: rawDetails, topic, skill, ...rest } = fields.data;
  const key = keyShape(rest.type).safeParse(rawKey);
  const details = rawDetails === undefined ? null : detailsShape(rest.type).safeParse(rawDetails);
  const messages = [
    ...(key.success ? [] : issueMessages(key.error.issues, rawKey, ['key'])),
    ...(details === null || details.success ? [] : issueMessages(details.error.issues, rawDetails, ['details'])),
  ];
  if (!key.success || details?.success === false) return { question: null, messages };
  return {
    messages,
    question: {
      ...rest,
      key: key.data,
      ...(details ? { details: details.data } : {}),
      ...(topic ? { topic } : {}),
      ...(skill ? { skill } : {}),
    },
  };
}

/** One element of the file as an item; what cannot be read names the field or the line. */
export function jsonItem({ place, line, text }: JsonPiece): ExchangeItem {
  const draft = itemDraft();
  const head = { number: place, kind: 'question', source: text };
  const read = parseJson(text);
  if ('brokenAt' in read) {
    draft.tell(error('jsonBroken', 'question', { line: line + read.brokenAt - 1 }));
    return draft.item(head, null);
  }
  draft.tell(...read.notes.map(({ code, field }) => error(code, field)));
  const { question, messages } = asQuestion(read.value);
  draft.tell(...messages);
  return draft.item({ ...head, kind: question?.type ?? head.kind }, draft.messages.length > 0 ? null : question);
}
