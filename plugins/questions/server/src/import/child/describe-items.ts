import { refuse } from '@lyceum/core/contract';
import { type ItemFormat, type ItemsFound, Mapping, questionsProblems } from '../../../../contract/index.ts';
import type { ExchangeItem, ExchangeQuestion } from '../../../../domain/exchange/item.ts';
import { mediaAddresses, textsIn } from '../../../../domain/import/media-texts.ts';
import { itemReaderOf } from '../readers/registry.ts';
import type { DescribeTask, TaskResults } from '../tasks.ts';

const SAMPLE_ITEMS = 5;
const SAMPLE_CHARACTERS = 4_000;
const MAX_KINDS = 100;

const NOTHING_MAPPED = Mapping.parse({ fields: {}, options: [], keyForm: 'letter' });

type Counted = { kinds: Map<string, { kind: string; isKnown: boolean; count: number }>; missing: ItemsFound['missing'] };

function count({ kinds, missing }: Counted, { kind, question, messages }: ExchangeItem): void {
  // An item that cannot be read is of a kind that is known; what is wrong with it is said when it is checked.
  const isKnown = question !== null || messages.some(({ level }) => level === 'error');
  const key = `${kind}\n${isKnown}`;
  const seen = kinds.get(key) ?? { kind: kind.slice(0, 100), isKnown, count: 0 };
  seen.count += 1;
  if (kinds.has(key) || kinds.size < MAX_KINDS) kinds.set(key, seen);
  if (question === null) return;
  if (!question.topic) missing.topic += 1;
  if (question.difficulty === undefined) missing.difficulty += 1;
  if (question.language === undefined) missing.language += 1;
  if (!question.source) missing.source += 1;
  if (!question.licence) missing.licence += 1;
}

const showsAddress = (question: ExchangeQuestion): boolean => {
  for (const text of textsIn(question)) if (mediaAddresses(text).some((address) => /^https:\/\//i.test(address))) return true;
  return false;
};

async function mediaInside(format: ItemFormat, path: string): Promise<number> {
  let files = 0;
  for await (const _ of itemReaderOf(format).media(path)) files += 1;
  return files;
}

/** Reads a whole file of questions once: which kinds it holds, what it does not say, and its first items. */
export async function describeItems({
  path,
  format,
  choice,
  limits,
}: DescribeTask<ItemFormat>): Promise<TaskResults['describe']> {
  const reader = itemReaderOf(format);
  await reader.inspect(path);
  const { source, sheets } = await reader.detect(path, choice);
  const counted: Counted = { kinds: new Map(), missing: { topic: 0, difficulty: 0, language: 0, source: 0, licence: 0 } };
  const sample: ExchangeItem[] = [];
  let rowCount = 0;
  let hasAddresses = false;
  for await (const item of reader.items(path, source, limits)) {
    rowCount += 1;
    count(counted, item);
    hasAddresses ||= item.question !== null && showsAddress(item.question);
    if (sample.length < SAMPLE_ITEMS && item.question !== null)
      sample.push({ ...item, source: item.source.slice(0, SAMPLE_CHARACTERS) });
  }
  if (rowCount === 0) return refuse(questionsProblems.importEmpty);
  const kinds = [...counted.kinds.values()].sort((a, b) => b.count - a.count);
  return {
    description: {
      format,
      source,
      sheets,
      headers: [],
      headerRow: 0,
      sample: [],
      rowCount,
      items: { kinds, missing: counted.missing, media: await mediaInside(format, path) },
      hasAddresses,
      proposal: NOTHING_MAPPED,
      missing: [],
      keys: [],
    },
    items: sample,
  };
}
