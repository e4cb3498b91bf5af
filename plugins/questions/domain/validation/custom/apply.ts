import type { CustomRule, QuestionInput, RuleBody, RuleMessage } from '../../../contract/index.ts';
import { forbiddenPhrase } from './forbidden-phrase.ts';
import { maxLength } from './max-length.ts';
import { requiredTag } from './required-tag.ts';

const found = (question: QuestionInput, rule: RuleBody): RuleMessage[] => {
  switch (rule.kind) {
    case 'requiredTag':
      return requiredTag.check(question, rule);
    case 'maxLength':
      return maxLength.check(question, rule);
    case 'forbiddenPhrase':
      return forbiddenPhrase.check(question, rule);
    case 'switchOff':
      return [];
  }
};

/**
 * The messages of the built-in rules with those warnings left out that staff switched off, and what the institution's own rules find.
 * Errors always stay. A rule of an exam type holds for questions that carry it.
 */
export function withCustomRules(
  question: QuestionInput,
  messages: readonly RuleMessage[],
  rules: readonly CustomRule[],
): RuleMessage[] {
  const own = rules.filter(({ isOn, examType }) => isOn && (examType === null || question.examTypes.includes(examType)));
  if (own.length === 0) return [...messages];
  const off = new Set<string>(own.flatMap(({ rule }) => (rule.kind === 'switchOff' ? [rule.code] : [])));
  return [
    ...messages.filter(({ level, code }) => level === 'error' || !off.has(code)),
    ...own.flatMap(({ rule }) => found(question, rule)),
  ];
}
