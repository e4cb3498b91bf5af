import type { ChoiceKey } from '../../../../contract/index.ts';
import { readBoolean } from '../../../import/words.ts';
import { attribute, type MarkupElement } from '../../html/tree.ts';
import { type FeedbackTexts, optionFeedback, optionShares } from '../answers-of.ts';
import type { Answered } from '../bodies.ts';
import { choiceElements, type ReadChoice, readChoices } from '../choices.ts';
import type { Declared } from '../declarations.ts';
import type { QtiReading } from '../reading.ts';

/** Words that mean true or false as a whole option; letters and numbers are options of their own. */
const truth = (choice: ReadChoice): boolean | null => {
  const words = [choice.identifier, choice.option.text].map((word) => word.trim().toLowerCase());
  const word = words.find((one) => one.length > 2 || /\p{Script=Arabic}/u.test(one)) ?? '';
  const meant = words.includes('true') || words.includes('false') ? words.includes('true') : readBoolean(word);
  return ['yes', 'no', 'evet', 'hayır', 'نعم', 'لا'].includes(word) ? null : meant;
};

/** True and false in the texts of two options, both there and nothing else. */
function asTrueFalse(choices: readonly ReadChoice[]): Map<string, 'true' | 'false'> | null {
  const meant = choices.map((choice) => [choice.option.id, truth(choice)] as const);
  if (choices.length !== 2 || !meant.some(([, value]) => value === true) || !meant.some(([, value]) => value === false))
    return null;
  return new Map(meant.map(([id, value]) => [id, value === true ? 'true' : 'false']));
}

/** The key of a choice from identifiers that are right, shares and feedback, in the ids of the options. */
export function keyOfChoices(
  choices: readonly ReadChoice[],
  correct: readonly string[],
  shares: Record<string, number> | null,
  feedbackOf: (choice: ReadChoice) => string | null,
  several: boolean,
): ChoiceKey {
  const best = Math.max(0, ...Object.values(shares ?? {}));
  const earning = choices.filter(({ identifier }) => {
    const share = shares?.[identifier] ?? 0;
    return share > 0 && (several || share === best);
  });
  const named = choices.filter(({ identifier }) => correct.includes(identifier));
  const right = (named.length > 0 ? named : several ? earning : earning.slice(0, 1)).map(({ option }) => String(option.id));
  const feedback = choices.flatMap((choice) => {
    const text = feedbackOf(choice);
    return text ? [[choice.option.id, text] as const] : [];
  });
  const earned = choices.flatMap(({ identifier, option }) => {
    const share = shares?.[identifier] ?? 0;
    return share === 0 ? [] : [[option.id, share] as const];
  });
  const [first] = earned;
  const isPlain = !several && earned.length === 1 && first?.[1] === 1 && first[0] === right[0];
  return {
    correct: right,
    ...(earned.length > 0 && !isPlain ? { shares: Object.fromEntries(earned) } : {}),
    ...(feedback.length > 0 ? { feedback: Object.fromEntries(feedback) } : {}),
  };
}

/** The same key for the two fixed ids of a true/false question. */
function renamed(key: ChoiceKey, ids: ReadonlyMap<string, string>): ChoiceKey {
  const record = <Value>(values: Record<string, Value> | undefined) =>
    Object.fromEntries(Object.entries(values ?? {}).map(([id, value]) => [ids.get(id) ?? id, value]));
  return {
    correct: key.correct.map((id) => ids.get(id) ?? id),
    ...(key.shares ? { shares: record(key.shares) } : {}),
    ...(key.feedback ? { feedback: record(key.feedback) } : {}),
  };
}

/** A choice question: true/false, one answer, or several. */
export function choiceAnswer(choices: readonly ReadChoice[], key: ChoiceKey, several: boolean): Answered {
  const options = choices.map(({ option }) => option);
  const ids = several ? null : asTrueFalse(choices);
  if (ids) return { type: 'true-false', options: [], details: {}, key: renamed(key, ids) };
  return { type: several ? 'multiple-choice' : 'single-choice', options, details: {}, key };
}

/** choiceInteraction: one answer where one may be chosen, otherwise several. */
export function readChoice(
  interaction: MarkupElement,
  response: Declared,
  reading: QtiReading,
  feedback: FeedbackTexts,
): Answered {
  const choices = readChoices(choiceElements(interaction, 'simplechoice'), reading);
  const several = response.cardinality === 'multiple' && attribute(interaction, 'maxchoices') !== '1';
  const ids = choices.map(({ identifier }) => identifier);
  const shares = optionShares(reading, response, ids, several);
  const feedbackOf = (choice: ReadChoice) =>
    [choice.inlineFeedback, optionFeedback(reading, response.id, choice.identifier, feedback)]
      .filter((text) => text !== null)
      .join('\n\n') || null;
  return choiceAnswer(choices, keyOfChoices(choices, response.correct, shares, feedbackOf, several), several);
}
