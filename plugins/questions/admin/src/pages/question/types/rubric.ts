import type { RubricKey, RuleMessage } from '../../../../../contract/index.ts';
import { isWritten, missing, type Parts } from './form.ts';
import type { Kept } from './option-list.ts';

export type CriterionDraft = Kept & { title: string; description: string; weight: number | undefined };
export type RubricAnswer = { criteria: CriterionDraft[]; modelAnswer: string };

export const MAX_CRITERIA = 20;
const MAX_WEIGHT = 100;

export const emptyCriterion = (row: number): CriterionDraft => ({ row, title: '', description: '', weight: 1 });
export const emptyRubric = (): RubricAnswer => ({ criteria: [emptyCriterion(1)], modelAnswer: '' });

export const readRubric = ({ key }: Parts): RubricAnswer =>
  'rubric' in key
    ? {
        criteria: key.rubric.map(({ title, description, weight }, at) => ({ row: at + 1, title, description, weight })),
        modelAnswer: key.modelAnswer ?? '',
      }
    : emptyRubric();

/** A rubric that was written for the other type marked by hand. */
export const adoptRubric = (parts: Parts): RubricAnswer => readRubric(parts);

export const writeRubric = ({ criteria, modelAnswer }: RubricAnswer): RubricKey => ({
  rubric: criteria.map(({ title, description, weight = 0 }, at) => ({
    id: String(at + 1),
    title,
    description,
    weight: Math.max(0, Math.min(MAX_WEIGHT, weight)),
  })),
  modelAnswer: isWritten(modelAnswer) ? modelAnswer : null,
});

export const rubricProblems = ({ criteria }: RubricAnswer): RuleMessage[] =>
  criteria.flatMap(({ weight }, at): RuleMessage[] => {
    const field = `key.rubric.${at}.weight`;
    if (weight === undefined) return [missing(field)];
    const isFine = weight > 0 && weight <= MAX_WEIGHT;
    return isFine ? [] : [{ code: 'criterionWeight', level: 'error', field, params: { number: at + 1, max: MAX_WEIGHT } }];
  });

export const rubricFilled = ({ criteria, modelAnswer }: RubricAnswer) => ({
  rubric: criteria.some(({ title, description }) => isWritten(title) || isWritten(description)),
  model: isWritten(modelAnswer),
});
