import type { DocumentId } from '@lyceum/core/contract';
import { type ImportDefaults, QuestionInput, type RuleMessage } from '../../contract/index.ts';
import type { ExchangeItem, ExchangeQuestion, Loss } from '../exchange/item.ts';
import { withRubric } from '../exchange/rubric.ts';
import { normalise } from '../question/normalise.ts';
import { cleanLine } from '../text/clean.ts';
import { error, warning } from '../types/messages.ts';
import type { Facts } from '../validation/rule.ts';
import { validate } from '../validation/validate.ts';
import { unlessTold, withMedia } from './media-texts.ts';
import { type PreparedRow, prepared, type Seen } from './prepared.ts';
import { rowHash } from './row.ts';
import type { ImportFacts } from './to-question.ts';

/** What the bank knows under the names that files use. */
export type ItemFacts = ImportFacts &
  Facts & {
    /** Exam type by code, skill by name; old names count. */
    readonly examType: (code: string) => string | null;
    readonly skill: (name: string) => string | null;
  };

export type ItemContext = {
  readonly defaults: ImportDefaults;
  readonly facts: ItemFacts;
  readonly acceptWarnings: boolean;
  /** True where the reader checked the shape of every field against the contract already (JSON). */
  readonly isShapeKnown?: boolean;
  /** Earlier items; this one is added. */
  readonly seen: Seen;
};

type Named = { topic: string | null; furtherTopics: string[]; examTypes: string[]; skill: string | null };
type Notes = { readonly messages: RuleMessage[]; readonly losses: Loss[] };

const short = (text: string): string => cleanLine(text).slice(0, 80);
const leftOut = (code: string, field: string, name: string): Loss => ({
  level: 'leftOut',
  code,
  field,
  params: { name: short(name) },
});

/** A topic by its path. One that is deeper than the tree is filed at its deepest level that fits. */
function topicOf(path: string, { topic }: ItemFacts, { messages, losses }: Notes): string | null {
  const names = path.split(' / ');
  for (let depth = names.length; depth > 0; depth -= 1) {
    const text = names.slice(0, depth).join(' / ');
    const match = topic(text);
    if (match.found !== null) {
      if (depth < names.length)
        losses.push({
          level: 'approximated',
          code: 'topicCut',
          field: 'topic',
          params: { name: short(path), topic: short(text) },
        });
      return match.found;
    }
    if (match.because !== 'tooDeep') {
      messages.push(error(match.because === 'unknown' ? 'topicUnknown' : 'topicAmbiguous', 'topic', { topic: short(path) }));
      return null;
    }
  }
  messages.push(error('topicTooDeep', 'topic', { topic: short(path) }));
  return null;
}

/** Names of the file as ids of the bank. What only describes a question and is not known here is left out and reported. */
function named(question: ExchangeQuestion, { defaults, facts }: Pick<ItemContext, 'defaults' | 'facts'>, notes: Notes): Named {
  const known = (names: readonly string[], field: string, code: string, find: (name: string) => string | null) =>
    names.flatMap((name) => {
      const found = find(name);
      if (found === null) notes.losses.push(leftOut(code, field, name));
      return found ?? [];
    });
  const path = cleanLine(question.topic ?? '');
  return {
    topic: path === '' ? defaults.topic : topicOf(path, facts, notes),
    furtherTopics: known(question.furtherTopics ?? [], 'furtherTopics', 'furtherTopicUnknown', (name) => facts.topic(name).found),
    examTypes:
      question.examTypes === undefined
        ? defaults.examTypes
        : known(question.examTypes, 'examTypes', 'examTypeUnknown', facts.examType),
    skill: question.skill ? (known([question.skill], 'skill', 'skillUnknown', facts.skill)[0] ?? null) : null,
  };
}

/** The question with this bank's ids and the values chosen for what the file does not say. */
export function complete(
  question: ExchangeQuestion,
  context: Pick<ItemContext, 'defaults' | 'facts'>,
  notes: Notes,
): QuestionInput {
  const { defaults } = context;
  const ids = named(question, context, notes);
  return normalise({
    code: question.code,
    type: question.type,
    title: question.title ?? null,
    stem: question.stem,
    options: question.options ?? [],
    details: question.details ?? {},
    key: withRubric(question.key, question.language ?? defaults.language),
    unit: question.unit ?? null,
    explanation: question.explanation ?? null,
    solution: question.solution ?? null,
    hints: question.hints ?? [],
    points: question.points ?? 1,
    difficulty: question.difficulty ?? defaults.difficulty,
    topic: ids.topic as DocumentId | null,
    furtherTopics: ids.furtherTopics as DocumentId[],
    examTypes: ids.examTypes as DocumentId[],
    skill: ids.skill as DocumentId | null,
    irt: question.irt ?? null,
    tags: question.tags ?? [],
    language: question.language ?? defaults.language,
    estimatedSec: question.estimatedSec ?? null,
    source: question.source ?? defaults.source,
    licence: question.licence ?? defaults.licence,
  });
}

/** Fields whose shape the bank cannot store at all, unless a rule said it better. */
function shapeMessages(question: QuestionInput, told: readonly RuleMessage[]): RuleMessage[] {
  if (told.some(({ level }) => level === 'error')) return [];
  const { error: wrong } = QuestionInput.safeParse(question);
  return (wrong?.issues ?? []).slice(0, 5).map(({ path, message }) => error('fieldForm', path.join('.'), { reason: message }));
}

/** Item → question of this bank → normalised → checked, beside `prepareRow` for formats of whole questions. */
export function prepareItem(item: ExchangeItem, context: ItemContext): PreparedRow {
  const { facts, seen, acceptWarnings, isShapeKnown = false } = context;
  const notes: Notes = { messages: [...item.messages], losses: [...item.losses] };
  const head = {
    number: item.number,
    rowHash: rowHash([item.source]),
    cells: [item.source, item.question === null ? '' : JSON.stringify(item.question)],
  };
  if (item.question === null) {
    const failed = item.messages.some(({ level }) => level === 'error');
    const stemStart = cleanLine(item.source).slice(0, 200);
    const row = prepared(
      { ...head, stemStart, code: '', question: null, messages: notes.messages, losses: notes.losses },
      seen,
      true,
    );
    if (failed) return row;
    const kind = warning('kindUnknown', 'type', { kind: short(item.kind) });
    return { ...row, failed: false, isForeign: true, messages: [...row.messages, kind] };
  }
  const found = withMedia(complete(item.question, context, notes), facts);
  const rules = unlessTold(validate(found.question, facts), found.messages);
  const noTopic = notes.messages.some(({ field }) => field === 'topic');
  const told = [...notes.messages, ...found.messages, ...rules.filter(({ field }) => !noTopic || field !== 'topic')];
  return prepared(
    {
      ...head,
      code: cleanLine(item.question.code ?? ''),
      stemStart: cleanLine(found.question.stem).slice(0, 200),
      question: found.question,
      messages: isShapeKnown ? told : [...told, ...shapeMessages(found.question, told)],
      losses: notes.losses,
    },
    seen,
    acceptWarnings,
  );
}
