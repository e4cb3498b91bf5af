import { defineSettings } from '@lyceum/core/contract';
import { z } from 'zod';

const int = (min: number, max: number, value: number) => z.number().int().min(min).max(max).default(value);

/** Accounts and sessions as staff may set them. */
export const platformSettings = defineSettings(
  'platform',
  'Accounts and sessions',
  z.object({
    accessTokenSec: int(60, 3600, 900).describe('How long an access cookie is good before the session renews it, in seconds.'),
    refreshTokenSec: int(3600, 7_776_000, 2_592_000).describe('How long a session lives without a visit, in seconds.'),
    passwordMinLength: int(8, 64, 10).describe('Fewest characters a new password has.'),
    signInFailures: int(3, 100, 10).describe('Wrong sign-ins to one account from one address before that address waits.'),
    signInFailuresAllAddresses: int(10, 1000, 50).describe(
      'Wrong sign-ins to one account from all addresses before addresses and devices it has never used wait.',
    ),
    addressFailures: int(50, 100_000, 1000).describe(
      'Wrong sign-ins from one address to all accounts before strangers there wait.',
    ),
    signInWindowSec: int(60, 86_400, 900).describe('Time over which wrong sign-ins are counted, in seconds.'),
    signInBlockSec: int(60, 86_400, 900).describe('How long one waits after too many wrong sign-ins, in seconds.'),
    confirmationLinkSec: int(3600, 604_800, 86_400).describe('How long a confirmation link works, in seconds.'),
    resetLinkSec: int(600, 86_400, 3600).describe('How long a link for a new password works, in seconds.'),
    mailsPerHour: int(1, 50, 5).describe('Most account mails one address gets in an hour; more are left out without a word.'),
  }),
);
