import type { ExchangeQuestion } from './item.ts';

/** Licences that forbid passing a question on to somebody else, as people write them. */
const FORBIDDING = /^\s*(?:©\s*)?all rights reserved\b/i;

/** True where a question may leave the bank: who may publish answers for its licence, others respect what it says. */
export const mayExport = ({ licence }: Pick<ExchangeQuestion, 'licence'>, mayPublish: boolean): boolean =>
  mayPublish || !FORBIDDING.test(licence ?? '');
