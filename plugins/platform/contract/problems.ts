import { defineProblems } from '@lyceum/core/contract';

/** Every refusal of accounts and sessions. None tells whether an address has an account. */
export const platformProblems = defineProblems('platform', {
  wrongCredentials: { status: 401, title: 'The e-mail address or the password is wrong' },
  /** Given only when the password was right. */
  emailNotConfirmed: { status: 403, title: 'Confirm the e-mail address first' },
  /** Given only when the password was right. */
  accountBlocked: { status: 403, title: 'This account is blocked' },
  /** `params.retryAfterSec` is the waiting time. */
  tooManySignIns: { status: 429, title: 'Too many wrong sign-ins; wait before the next one' },
  sessionEnded: { status: 401, title: 'The session has ended; sign in again' },
  linkInvalid: { status: 410, title: 'This link was used, has ended or never existed' },
  /** `params.minLength` is the number of characters asked for. */
  passwordTooShort: { status: 400, title: 'The password is too short' },
  passwordTooLong: { status: 400, title: 'The password is longer than 72 bytes' },
  passwordTooCommon: { status: 400, title: 'The password is in a list of common ones' },
  passwordLikeAccount: { status: 400, title: 'The password repeats the name or the e-mail address' },
  currentPasswordWrong: { status: 400, title: 'The current password is wrong' },
  sessionNotFound: { status: 404, title: 'There is no such session' },
  userNotFound: { status: 404, title: 'There is no such user' },
  roleNotAllowed: { status: 403, title: 'You may not give or take this role' },
  instituteNotFound: { status: 404, title: 'There is no such institute' },
  instituteNameTaken: { status: 409, title: 'Another institute has this name' },
  /** `params.count` is the number of members. */
  instituteInUse: { status: 409, title: 'Members of staff belong to this institute' },
  partnerTokenNotFound: { status: 404, title: 'There is no such token' },
  scopeUnknown: { status: 422, title: 'A token cannot have this scope' },
  notYourself: { status: 409, title: 'You cannot do this to your own account' },
});
