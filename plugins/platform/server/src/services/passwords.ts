import { type Problem, refuse } from '@lyceum/core/contract';
import { settings } from '@lyceum/core/server';
import { platformProblems as problems } from '../../../contract/problems.ts';
import { platformSettings } from '../../../contract/settings.ts';
import { checkPassword, type PasswordVerdict } from '../../../domain/password/check-password.ts';
import { isCommonPassword } from '../data/common-passwords.ts';
import { platformConfig } from '../strapi.ts';
import { hashPassword, isPassword } from '../tokens/password-hash.ts';

const REFUSED: Record<Exclude<PasswordVerdict, 'good'>, Problem> = {
  tooShort: problems.passwordTooShort,
  tooLong: problems.passwordTooLong,
  tooCommon: problems.passwordTooCommon,
  likeAccount: problems.passwordLikeAccount,
};

export type PasswordOwner = { readonly email: string; readonly displayName: string };

/**
 * The hash of a new password.
 * @param field where the password stands in the request, so that the form can show the sentence beside it
 * @throws Refusal when the password is too short, too long, common or like the account
 */
export async function hashNewPassword(password: string, owner: PasswordOwner, field: string): Promise<string> {
  const { passwordMinLength } = await settings(platformSettings).get();
  const verdict = checkPassword(password, { minLength: passwordMinLength, ...owner, isCommon: isCommonPassword });
  if (verdict !== 'good') {
    const problem = REFUSED[verdict];
    refuse(problem, { params: { minLength: passwordMinLength }, errors: [{ path: `body.${field}`, message: problem.title }] });
  }
  return hashPassword(password, platformConfig().bcryptCost);
}

/** Whether the password is right; takes as long where there is no account. */
export const isRightPassword = (password: string, storedHash: string | null): Promise<boolean> =>
  isPassword(password, storedHash, platformConfig().bcryptCost);
