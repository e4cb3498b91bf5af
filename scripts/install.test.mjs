import { expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    cms: { version: '0.0.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/@lyceum/core': { link: true },
    'node_modules/fsevents': { version: '2.0.0', optional: true },
  },
};

it('takes an install by hand for what it is, links and packages of other systems aside', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
});

it('installs again when a package is missing or of another version', () => {
  expect(isInstalled(lock, { packages: {} })).toBe(false);
  expect(isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
});
