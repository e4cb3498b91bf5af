import { asOptions, choiceKey, isFull } from '../../answers.ts';
import { answersOf, type Kind, shareOf } from '../context.ts';
import { child, flag, textIn, textOf } from '../tree.ts';

/** `multichoice`: one answer or several; without shuffling every option keeps its place. */
export const multichoice: Kind = ({ node, draft, markdown, feedback }) => {
  const isSingle = textIn(node, 'single') === '' || flag(node, 'single');
  const isFixed = textIn(node, 'shuffleanswers') !== '' && !flag(node, 'shuffleanswers');
  const answers = answersOf(node).map((answer, at) => ({
    text: markdown(answer, `options.${at}.text`),
    share: shareOf(answer),
    feedback: feedback(child(answer, 'feedback'), 'key.feedback'),
    ...(isFixed ? { pinned: true } : {}),
  }));
  const { options, messages } = asOptions(answers);
  draft.tell(...messages);
  return { type: isSingle ? 'single-choice' : 'multiple-choice', options, details: {}, key: choiceKey(answers, isSingle) };
};

/** `truefalse`: two answers with the texts `true` and `false`. */
export const truefalse: Kind = ({ node, feedback }) => {
  const answers = answersOf(node).map((answer) => ({
    id: /^true$/i.test(textOf(answer)) ? 'true' : 'false',
    share: shareOf(answer),
    feedback: feedback(child(answer, 'feedback'), 'key.feedback'),
  }));
  const told = answers.flatMap(({ id, feedback: text }) => (text ? [[id, text] as const] : []));
  return {
    type: 'true-false',
    options: [],
    details: {},
    key: {
      correct: answers.filter(({ share }) => isFull(share)).map(({ id }) => id),
      ...(told.length > 0 ? { feedback: Object.fromEntries(told) } : {}),
    },
  };
};
