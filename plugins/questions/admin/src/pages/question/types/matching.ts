import { lazy } from 'react';
import { OPTION_COUNT, OPTION_IDS } from '../../../../../contract/index.ts';
import { type AnswerForm, filledParts, isWritten } from './form.ts';
import { answersOf, emptyRow, type MatchingAnswer } from './matching-rows.ts';

const empty = (): MatchingAnswer => ({ rows: [1, 2, 3].map(emptyRow), extra: [] });

export const matchingForm: AnswerForm<MatchingAnswer> = {
  empty,
  read({ options, details, key }) {
    const pairs = 'pairs' in key ? key.pairs : {};
    const textOf = (id: string | undefined) => options.find((option) => option.id === id)?.text ?? '';
    const used = new Set(Object.values(pairs));
    const rows =
      'prompts' in details
        ? details.prompts.map(({ id, text }, at) => ({ row: at + 1, prompt: text, answer: textOf(pairs[id]) }))
        : [];
    return { rows, extra: options.filter(({ id }) => !used.has(id)).map(({ text }) => text) };
  },
  adopt({ options }, fresh) {
    const texts = options.map(({ text }) => text).filter(isWritten);
    return texts.length === 0 ? fresh : { rows: texts.map((answer, at) => ({ ...emptyRow(at + 1), answer })), extra: [] };
  },
  write(answer) {
    const answers = answersOf(answer).slice(0, OPTION_COUNT.max);
    const idOf = (text: string) => OPTION_IDS[answers.indexOf(text.trim())];
    const pairs = answer.rows.flatMap(({ answer: text }, at) => {
      const id = idOf(text);
      return id === undefined ? [] : [[String(at + 1), id] as const];
    });
    return {
      options: answers.map((text, at) => ({ id: OPTION_IDS[at] ?? 'a', text })),
      details: { prompts: answer.rows.map(({ prompt }, at) => ({ id: String(at + 1), text: prompt })) },
      key: { pairs: Object.fromEntries(pairs) },
      unit: null,
    };
  },
  problems(answer) {
    const count = answersOf(answer).length;
    return count > OPTION_COUNT.max
      ? [{ code: 'optionCount', level: 'error', field: 'options', params: { count, ...OPTION_COUNT } }]
      : [];
  },
  filled: (answer) =>
    filledParts({ options: answersOf(answer).length > 0, prompts: answer.rows.some(({ prompt }) => isWritten(prompt)) }),
  Editor: lazy(async () => ({ default: (await import('./MatchingEditor.tsx')).MatchingEditor })),
};
