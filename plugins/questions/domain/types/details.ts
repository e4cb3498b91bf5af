import { type QuestionInput, type RuleMessage, TYPE_SHAPES } from '../../contract/index.ts';
import { error } from './messages.ts';

/** Details have the shape of the type: gaps in a matching question are refused. */
export const checkDetails = ({ type, details }: QuestionInput): RuleMessage[] =>
  TYPE_SHAPES[type].details.safeParse(details).success ? [] : [error('detailsForm', 'details')];

/** Types without options refuse them. */
export const checkNoOptions = ({ options }: QuestionInput): RuleMessage[] =>
  options.length > 0 ? [error('optionsNotAllowed', 'options')] : [];
