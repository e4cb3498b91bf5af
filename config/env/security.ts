import { isIP } from 'node:net';
import { z } from 'zod';
import { commaList, secretText } from './fields.ts';
import { defineSection } from './section.ts';

const isAddressOrRange = (word: string): boolean => {
  const [ip = '', bits, ...rest] = word.split('/');
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

export const securitySection = defineSection({
  name: 'security',
  title: 'Secrets and trust',
  schema: z.object({
    LYCEUM_SECRET: secretText(32)
      .optional()
      .describe(
        'Master key all other keys are derived from; without it one is made on the first start and kept in the data folder.',
      ),
    APP_KEYS: commaList({
      each: (key) => key.length >= 16,
      message: 'must be keys of at least 16 characters, separated by commas',
    })
      .optional()
      .describe('Keys that sign the cms session cookies, separated by commas; derived when not given.'),
    API_TOKEN_SALT: secretText(16).optional().describe('Salt of partner API tokens; derived when not given.'),
    ADMIN_JWT_SECRET: secretText(16).optional().describe('Key of staff sessions; derived when not given.'),
    JWT_SECRET: secretText(16)
      .optional()
      .describe('Key of tokens of the stock accounts plugin; derived when not given. Learner sessions have a key of their own.'),
    TRANSFER_TOKEN_SALT: secretText(16).optional().describe('Salt of transfer tokens; derived when not given.'),
    ENCRYPTION_KEY: secretText(16)
      .optional()
      .describe('Key that encrypts tokens kept readable in the cms; derived when not given.'),
    TRUSTED_PROXIES: commaList({
      each: isAddressOrRange,
      message: 'must be IP addresses or ranges such as 10.0.0.0/8, separated by commas',
    })
      .default([])
      .describe('Proxies in front of the site whose X-Forwarded-For is believed, as IP addresses or ranges separated by commas.'),
  }),
  shape: (values) => ({
    given: {
      masterKey: values.LYCEUM_SECRET,
      appKeys: values.APP_KEYS,
      apiTokenSalt: values.API_TOKEN_SALT,
      adminJwtSecret: values.ADMIN_JWT_SECRET,
      jwtSecret: values.JWT_SECRET,
      transferTokenSalt: values.TRANSFER_TOKEN_SALT,
      encryptionKey: values.ENCRYPTION_KEY,
    },
    trustedProxies: values.TRUSTED_PROXIES,
  }),
});
