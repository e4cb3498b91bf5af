import type { RuleCode } from '../../contract/index.ts';
import type { ExchangeQuestion, Loss } from './item.ts';

type Params = Loss['params'];

/** There, but not the same. */
export const approximated = (code: RuleCode, field: string, params: Params = {}): Loss => ({
  level: 'approximated',
  code,
  field,
  params,
});

/** Not there. */
export const leftOut = (code: RuleCode, field: string, params: Params = {}): Loss => ({ level: 'leftOut', code, field, params });

type Field = keyof ExchangeQuestion;

/** What a field holds when nobody filled it; losing that loses nothing. */
const isEmpty = (field: Field, value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (field === 'points' && value === 1) ||
  (field === 'details' && typeof value === 'object' && Object.keys(value).length === 0);

/** A loss for each filled field that a format has no place for. */
export const fieldsLeftOut = (question: ExchangeQuestion, carried: ReadonlySet<Field>): Loss[] =>
  (Object.entries(question) as [Field, unknown][])
    .filter(([field, value]) => !carried.has(field) && !isEmpty(field, value))
    .map(([field]) => leftOut('fieldLeftOut', field));
