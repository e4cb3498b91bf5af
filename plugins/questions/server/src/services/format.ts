import { type Locale, refuse } from '@lyceum/core/contract';
import { cleanMarkdown } from '@lyceum/core/render';
import { type Actor, aiProvider, askAi, db } from '@lyceum/core/server';
import {
  FORMAT_LIMIT,
  type FormatItem,
  ImportDefaults,
  isItemFormat,
  PROMPT_VERSION,
  questionsProblems,
  type RuleMessage,
} from '../../../contract/index.ts';
import type { ExchangeQuestion } from '../../../domain/exchange/item.ts';
import { parsePlainText } from '../../../domain/exchange/plain-text/parse.ts';
import { formatInstructions } from '../../../domain/format/instructions.ts';
import { numbered, pieces } from '../../../domain/format/lines.ts';
import { AiAnswer, toExchange } from '../../../domain/format/proposal.ts';
import { complete } from '../../../domain/import/prepare-item.ts';
import { reportRows } from '../records/import-row.ts';
import { factsFor } from './facts.ts';
import { type NamesOfBank, namesOfBank } from './format-facts.ts';
import { requireBatch } from './import-access.ts';
import { batchOf } from './import-batch.ts';
import { checkInBank } from './question.ts';

/** Tokens an answer may take: about as long as the text it is made from, with room for the fields. */
const answerTokens = (text: string): number => Math.min(32_000, 1_000 + text.length);

/** Failed rows of a batch that are formatted at once. */
const MAX_ROWS = 200;

/** The failed rows of the last run as text: each cell under its column's name, or the entry as it stood in its file. */
async function failedText(batchId: string, actor: Actor): Promise<string> {
  await requireBatch(batchId, actor);
  const { run, format, description } = await batchOf(batchId);
  const rows = await reportRows(db(), { batchId, run, result: 'failed' }, -1, MAX_ROWS);
  const headers = description?.headers ?? [];
  return rows
    .map(({ cells }) =>
      isItemFormat(format)
        ? (cells?.[0] ?? '')
        : (cells ?? []).flatMap((cell, at) => (cell.trim() === '' ? [] : `${headers[at] ?? at + 1}: ${cell}`)).join('\n'),
    )
    .join('\n\n')
    .slice(0, FORMAT_LIMIT);
}

type Read = { readonly original: string; readonly question: ExchangeQuestion | null; readonly messages: readonly RuleMessage[] };

async function byProvider(text: string, { topicPaths, examTypeCodes }: NamesOfBank): Promise<{ provider: string; read: Read[] }> {
  const { value, provider } = await askAi({
    purpose: 'questions.format',
    instructions: formatInstructions(topicPaths, examTypeCodes),
    prompt: numbered(text),
    schema: AiAnswer,
    maxTokens: answerTokens(text),
  });
  const read = pieces(text, value.questions).map(({ original, span }) => ({
    original,
    question: span === null ? null : toExchange(span),
    messages: [],
  }));
  return { provider, read };
}

const byParser = (text: string): Read[] =>
  parsePlainText(text).map(({ source, question, messages }) => ({ original: source, question, messages }));

/** A proposal with the ids of this bank and what its rules and its questions say about it. */
async function proposed({ original, question, messages }: Read, language: Locale, names: NamesOfBank): Promise<FormatItem> {
  if (question === null) return { original, proposal: null, messages: [...messages] };
  const facts = { ...(await factsFor(db(), [])), ...names.find, media: () => null };
  const notes = { messages: [...messages], losses: [] };
  const input = complete(question, { defaults: ImportDefaults.parse({ language }), facts }, notes);
  const checked = await checkInBank(input, null);
  const topicTold = notes.messages.some(({ field }) => field === 'topic');
  return {
    original,
    proposal: checked.question,
    messages: [...notes.messages, ...checked.messages.filter(({ field }) => !topicTold || field !== 'topic')],
  };
}

export const formatWay = () => ({ provider: aiProvider(), promptVersion: PROMPT_VERSION });

type Request = {
  text?: string | undefined;
  batchId?: string | undefined;
  language: Locale;
  way: 'ai' | 'built-in';
};

/**
 * Questions proposed for pasted text or for the failed rows of an import. Nothing is stored; without a provider the built-in parser
 * reads the text.
 * @throws Refusal `formatEmpty`; those of `askAi` when the provider fails: the text is where it was, to be tried again
 */
export async function format({ text, batchId, language, way }: Request, actor: Actor) {
  const source = cleanMarkdown(batchId === undefined ? (text ?? '') : await failedText(batchId, actor)).trim();
  if (source === '') return refuse(questionsProblems.formatEmpty);
  const names = await namesOfBank();
  const provided = way === 'ai' && aiProvider() !== null ? await byProvider(source, names) : null;
  const items: FormatItem[] = [];
  for (const read of provided?.read ?? byParser(source)) items.push(await proposed(read, language, names));
  return { way: provided ? ('ai' as const) : ('built-in' as const), provider: provided?.provider ?? null, items };
}
