import type { RuleCode, RuleMessage } from '../../contract/index.ts';

type Params = Record<string, string | number>;

/** An error: the question cannot be saved. */
export const error = (code: RuleCode, field: string, params: Params = {}): RuleMessage => ({
  code,
  level: 'error',
  field,
  params,
});

/** A warning: it passes with a tick. */
export const warning = (code: RuleCode, field: string, params: Params = {}): RuleMessage => ({
  code,
  level: 'warning',
  field,
  params,
});

/** How an option is called in a message: A … J. */
export const optionName = (index: number): string => String.fromCharCode(65 + index);
