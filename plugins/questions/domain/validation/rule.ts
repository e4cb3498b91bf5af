import { type CustomRule, QUESTION_TYPES, type QuestionInput, type RuleMessage } from '../../contract/index.ts';
import { rulesOf } from '../types/registry.ts';

/** What the rules must know beside the question; loaded by the service, never by a rule. */
export type Facts = {
  /** True for a topic of the tree. */
  readonly hasTopic: (documentId: string) => boolean;
  /** True for an exam type of the bank; where it is left out every one is taken as known. */
  readonly hasExamType?: (documentId: string) => boolean;
  /** True for a skill of the bank; where it is left out every one is taken as known. */
  readonly hasSkill?: (documentId: string) => boolean;
  /** True for the address of a stored file, such as `/uploads/figure_1.png`. */
  readonly hasFile: (url: string) => boolean;
  /** Rules of the institution's own; none where it is left out. */
  readonly rules?: readonly CustomRule[];
};

/** One rule: the same on save, on import and on publish. */
export type Rule = { readonly code: string; readonly check: (question: QuestionInput, facts: Facts) => RuleMessage[] };

/** Every text of a question that is Markdown, with the field it stands in. */
export function markdownFields(question: QuestionInput): { field: string; text: string }[] {
  return [
    { field: 'stem', text: question.stem },
    ...question.options.map(({ text }, at) => ({ field: `options.${at}.text`, text })),
    { field: 'explanation', text: question.explanation ?? '' },
    { field: 'solution', text: question.solution ?? '' },
    ...question.hints.map((text, at) => ({ field: `hints.${at}`, text })),
    ...(QUESTION_TYPES.includes(question.type) ? rulesOf(question.type).texts(question) : []),
  ].filter(({ text }) => text !== '');
}
