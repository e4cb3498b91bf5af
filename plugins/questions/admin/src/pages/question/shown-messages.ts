import { questionsProblems, type RuleMessage } from '../../../../contract/index.ts';
import { type Draft, withMissing } from './draft.ts';

/** Told while one writes; everything else would blame a form that is not finished. */
const AT_ONCE: readonly string[] = ['formulaBroken', 'mediaUnreachable', 'altMissing'];

/** Only the check before saving asks the bank; the preview of every keystroke does not. */
const OF_BANK: readonly string[] = ['exactDuplicate', 'similarQuestion'];

export type Known = {
  draft: Draft;
  /** From the preview of the draft; null until it came. */
  live: readonly RuleMessage[] | null;
  /** From the last check before saving; null before the first attempt. */
  checked: readonly RuleMessage[] | null;
  /** A code that the server said belongs to another question. */
  takenCode: string | null;
};

/** The messages that may stand beside the fields by now. */
export function shownMessages({ draft, live, checked, takenCode }: Known): RuleMessage[] {
  const ofBank = (checked ?? []).filter(({ code }) => OF_BANK.includes(code));
  const found =
    checked === null
      ? (live ?? []).filter(({ code }) => AT_ONCE.includes(code))
      : withMissing(draft, live ? [...live, ...ofBank] : checked);
  const isTaken = takenCode !== null && draft.code.trim() === takenCode;
  return isTaken ? [...found, { code: 'codeTaken', level: 'error', field: 'code', params: { code: takenCode } }] : found;
}

export const isCodeTaken = (code: string): boolean => code === questionsProblems.codeTaken.code;
export const isChangedMeanwhile = (code: string): boolean => code === questionsProblems.changedMeanwhile.code;
