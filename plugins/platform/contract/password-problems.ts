import { platformProblems as problems } from './problems.ts';

/** What every endpoint that takes a new password may refuse. */
export const PASSWORD_PROBLEMS = [
  problems.passwordTooShort,
  problems.passwordTooLong,
  problems.passwordTooCommon,
  problems.passwordLikeAccount,
] as const;
