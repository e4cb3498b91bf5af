import type { FieldComparison, QuestionInput } from '../../contract/index.ts';
import { bareText } from '../duplicates/bare-text.ts';
import { keyLines } from './key-lines.ts';
import { wordDifference } from './word-difference.ts';

/** What stands for the id of a topic, an exam type or a skill. */
export type NameOf = (id: string) => string;

const text = (value: string | number | null): string => (value === null ? '' : String(value));

/** Gaps with their lists, prompts or limits, a line each. */
function detailLines({ details }: QuestionInput): string {
  if ('gaps' in details)
    return details.gaps
      .map(({ id, kind, options = [] }) =>
        [`[[${id}]] ${kind}`, ...options.map((option) => `${option.id}: ${option.text}`)].join('\n'),
      )
      .join('\n');
  if ('prompts' in details) return details.prompts.map(({ id, text: prompt }) => `${id}: ${prompt}`).join('\n');
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([, value]) => String(value))
    .join(' – ');
}

/** Every field as text, in the order of the form; options apart. */
function fieldTexts(question: QuestionInput, nameOf: NameOf): readonly (readonly [string, string])[] {
  const names = (ids: readonly string[]) => ids.map(nameOf).join('\n');
  const { irt } = question;
  return [
    ['type', question.type],
    ['title', text(question.title)],
    ['stem', question.stem],
    ['details', detailLines(question)],
    ['key', keyLines(question)],
    ['unit', text(question.unit)],
    ['explanation', text(question.explanation)],
    ['solution', text(question.solution)],
    ['hints', question.hints.join('\n')],
    ['points', text(question.points)],
    ['difficulty', text(question.difficulty)],
    ['topic', question.topic === null ? '' : nameOf(question.topic)],
    ['furtherTopics', names(question.furtherTopics)],
    ['examTypes', names(question.examTypes)],
    ['skill', question.skill === null ? '' : nameOf(question.skill)],
    ['tags', question.tags.join('\n')],
    ['language', question.language],
    ['estimatedSec', text(question.estimatedSec)],
    ['irt', irt === null ? '' : `a ${irt.a} · b ${irt.b} · c ${irt.c}`],
    ['source', text(question.source)],
    ['licence', text(question.licence)],
  ];
}

type Options = QuestionInput['options'];

/** The options of the right question in the places of those of the left one that say the same; the rest fills what is free. */
function aligned(left: Options, right: Options): (Options[number] | undefined)[] {
  const places: (Options[number] | undefined)[] = Array.from({ length: Math.max(left.length, right.length) });
  const waiting: Options = [];
  for (const option of right) {
    const place = left.findIndex((other, at) => places[at] === undefined && bareText(other.text) === bareText(option.text));
    if (place < 0) waiting.push(option);
    else places[place] = option;
  }
  for (const option of waiting) {
    const free = places.indexOf(undefined);
    places[free < 0 ? places.length : free] = option;
  }
  return places;
}

/** How the options of two questions belong together: versions by their ids, two questions by what they say. */
export type Alignment = 'ids' | 'texts';

function optionPairs(left: Options, right: Options, by: Alignment): [string, string][] {
  if (by === 'texts') {
    const places = aligned(left, right);
    return places.map((option, at) => [left[at]?.text ?? '', option?.text ?? '']);
  }
  const ids = [...new Set([...left, ...right].map(({ id }) => id))].sort();
  const textOf = (options: Options, id: string) => options.find((option) => option.id === id)?.text ?? '';
  return ids.map((id) => [textOf(left, id), textOf(right, id)]);
}

const comparison = (field: string, left: string, right: string): FieldComparison => ({
  field,
  isSame: left === right,
  ...wordDifference(left, right),
});

/** Two questions, or two versions of one, field by field. Fields that are empty on both sides are left out. */
export function compareQuestions(left: QuestionInput, right: QuestionInput, by: Alignment, nameOf: NameOf): FieldComparison[] {
  const others = new Map(fieldTexts(right, nameOf));
  const options = optionPairs(left.options, right.options, by);
  return fieldTexts(left, nameOf)
    .flatMap(([field, own]): [string, string, string][] => {
      const pair: [string, string, string] = [field, own, others.get(field) ?? ''];
      return field === 'stem'
        ? [pair, ...options.map(([a, b], at): [string, string, string] => [`options.${at}`, a, b])]
        : [pair];
    })
    .filter(([, a, b]) => a !== '' || b !== '')
    .map(([field, a, b]) => comparison(field, a, b));
}
