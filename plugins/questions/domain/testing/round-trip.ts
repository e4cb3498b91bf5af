import { isDeepStrictEqual } from 'node:util';
import type { QuestionInput, TextKey } from '../../contract/index.ts';
import type { ExchangeItem, ExchangeQuestion, Written } from '../exchange/item.ts';
import { withRubric } from '../exchange/rubric.ts';
import { normalise } from '../question/normalise.ts';
import { isMatchingDetails, isMatchingKey } from '../types/matching.ts';
import { SAMPLE_NAMES } from './arbitrary.ts';
import { sample } from './sample.ts';

type Named = Readonly<Record<string, string>>;
const nameOf = (names: Named, id: string): string => names[id] ?? id;

/** A question of the bank as an export hands it to a writer: ids as names. */
export function asExchange(question: QuestionInput): ExchangeQuestion {
  const { topic, furtherTopics, examTypes, skill, ...rest } = question;
  return {
    ...rest,
    ...(topic ? { topic: nameOf(SAMPLE_NAMES.topics, topic) } : {}),
    furtherTopics: furtherTopics.map((id) => nameOf(SAMPLE_NAMES.topics, id)),
    examTypes: examTypes.map((id) => nameOf(SAMPLE_NAMES.examTypes, id)),
    ...(skill ? { skill: nameOf(SAMPLE_NAMES.skills, skill) } : {}),
  };
}

/** Options of pairs in the order of their texts: the order in the bank means nothing, learners always meet them shuffled. */
function inOneOrder({ options, details, key, type }: QuestionInput) {
  if (type !== 'matching' || !isMatchingKey(key) || !isMatchingDetails(details)) return { options, details, key };
  const textOf = new Map<string, string>(options.map(({ id, text }) => [id, text]));
  const pairs = details.prompts.map(({ id }) => textOf.get(key.pairs[id] ?? ''));
  return { options: [...textOf.values()].sort(), details, key: pairs };
}

/** Texts that earn all are accepted, whether they stand among the accepted or the other ones. */
function acceptedTogether(key: unknown): unknown {
  if (key === null || typeof key !== 'object') return key;
  if (!('accepted' in key)) return Object.fromEntries(Object.entries(key).map(([id, part]) => [id, acceptedTogether(part)]));
  const { accepted, alternatives = [], caseSensitive } = key as TextKey;
  const full = alternatives.filter(({ share }) => share === 1);
  const rest = alternatives.filter(({ share, feedback }) => share !== 1 || feedback !== undefined);
  return { accepted: [...new Set([...accepted, ...full.map(({ text }) => text)])], caseSensitive, rest };
}

/** The question as it would be stored, with the names beside it. */
function stored({ topic, furtherTopics, examTypes, skill, ...rest }: ExchangeQuestion): Record<string, unknown> {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const whole = normalise({
    ...sample({ code: undefined, options: [], difficulty: 0, topic: null }),
    ...known,
    key: withRubric(rest.key, 'en'),
  } as QuestionInput);
  const names = { topic: topic ?? null, furtherTopics: furtherTopics ?? [], examTypes: examTypes ?? [], skill: skill ?? null };
  const parts = inOneOrder(whole);
  const key = whole.type === 'matching' ? parts.key : acceptedTogether(parts.key);
  return { ...whole, ...parts, key, ...names, language: rest.language ?? null };
}

/** Fields that are not the same in two questions once both are stored. */
export function differences(one: ExchangeQuestion, other: ExchangeQuestion): string[] {
  const [a, b] = [stored(one), stored(other)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !isDeepStrictEqual(a[field], b[field]));
}

/** Fields whose change no loss names: an honest writer leaves none. Null when the entry did not come back as one question. */
export function silentLosses(question: ExchangeQuestion, { losses }: Written, items: readonly ExchangeItem[]): string[] | null {
  const [item, ...more] = items;
  if (!item?.question || more.length > 0 || item.messages.length > 0) return null;
  const told = new Set([...losses, ...item.losses].map(({ field }) => field.split('.')[0]));
  return differences(question, item.question).filter((field) => !told.has(field));
}
