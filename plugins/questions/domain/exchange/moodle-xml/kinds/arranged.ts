import { OPTION_COUNT } from '../../../../contract/index.ts';
import { error } from '../../../types/messages.ts';
import { asOptions } from '../../answers.ts';
import { approximated, leftOut } from '../../losses.ts';
import { answersOf, type Kind, shareOf } from '../context.ts';
import { child, children, textIn, textOf } from '../tree.ts';

/** `matching`: pairs, and answers without a question that belong to none. */
export const matching: Kind = ({ node, draft, markdown, format }) => {
  const pairs = children(node, 'subquestion').map((pair) => ({ pair, text: textOf(pair), answer: textIn(pair, 'answer') }));
  const texts = [...new Set(pairs.map(({ answer }) => answer))];
  // Moodle shows these as they are written; in a file of ours they are Markdown like the rest.
  const own = format === 'markdown' ? 'markdown' : 'plain';
  const { options, messages } = asOptions(texts.map((text, at) => ({ text: draft.markdown(text, own, `options.${at}.text`) })));
  draft.tell(...messages);
  const asked = pairs.filter(({ text }) => text !== '');
  const { max } = OPTION_COUNT;
  if (asked.length > max) draft.tell(error('tooMany', 'details.prompts', { count: asked.length, max }));
  const prompts = asked.map(({ pair }, at) => ({ id: String(at + 1), text: markdown(pair, `details.prompts.${at}.text`) }));
  const right = asked.map(({ answer }, at) => [String(at + 1), options[texts.indexOf(answer)]?.id ?? ''] as const);
  return { type: 'matching', options, details: { prompts }, key: { pairs: Object.fromEntries(right) } };
};

/** `ordering`: the answers stand in the right order, or their fractions count it. */
export const ordering: Kind = ({ node, draft, markdown }) => {
  const answers = answersOf(node).map((answer, at) => ({ answer, place: shareOf(answer) * 100, at }));
  const areCounted = new Set(answers.map(({ place }) => place)).size === answers.length;
  if (areCounted) answers.sort((one, other) => one.place - other.place);
  const { options, messages } = asOptions(answers.map(({ answer }, at) => ({ text: markdown(answer, `options.${at}.text`) })));
  draft.tell(...messages);
  const chosen = textIn(node, 'selecttype');
  if (chosen !== '' && chosen !== 'ALL' && chosen !== '0')
    draft.lose(approximated('partLeftOut', 'options', { part: 'selectcount' }));
  return { type: 'ordering', options, details: {}, key: { order: options.map(({ id }) => id) } };
};

const limit = (text: string): number | null => {
  const words = Number(text || '0');
  return Number.isInteger(words) && words > 0 && words <= 10_000 ? words : null;
};

/** `essay`: what graders read is the model answer; its form is the bank's own. */
export const essay: Kind = ({ node, draft, feedback }) => {
  if (textIn(node, 'responsetemplate') !== '') draft.lose(leftOut('partLeftOut', 'details', { part: 'responsetemplate' }));
  if (Number(textIn(node, 'attachments') || '0') !== 0) draft.lose(leftOut('partLeftOut', 'details', { part: 'attachments' }));
  return {
    type: 'long-text',
    options: [],
    details: { minWords: limit(textIn(node, 'minwordlimit')), maxWords: limit(textIn(node, 'maxwordlimit')) },
    key: { rubric: [], modelAnswer: feedback(child(node, 'graderinfo'), 'key.modelAnswer') },
  };
};
