import type { Key, QuestionInput, RubricKey, RuleMessage } from '../../contract/index.ts';
import { error } from './messages.ts';

export const isRubricKey = (key: Key): key is RubricKey => 'rubric' in key;

/** Marked by hand: no options, and a rubric whose criteria have titles and weights. */
export function checkRubric({ key, options }: QuestionInput): RuleMessage[] {
  const messages = options.length > 0 ? [error('optionsNotAllowed', 'options')] : [];
  return isRubricKey(key) ? messages : [...messages, error('keyForm', 'key')];
}

/** The model answer, or the rubric in words where there is none. */
export function rubricText(key: Key): string {
  if (!isRubricKey(key)) return '';
  return key.modelAnswer ?? key.rubric.map(({ title }) => title).join(' · ');
}
