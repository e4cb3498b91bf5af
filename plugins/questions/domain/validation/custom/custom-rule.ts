import type { QuestionInput, RuleBody, RuleMessage } from '../../../contract/index.ts';

/** One kind of rule that staff may add: what it finds in a question. */
export type CustomRuleKind<Kind extends RuleBody['kind']> = {
  readonly kind: Kind;
  readonly check: (question: QuestionInput, rule: Extract<RuleBody, { kind: Kind }>) => RuleMessage[];
};
