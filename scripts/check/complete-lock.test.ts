import { expect, it } from 'vitest';
import { completeLock, type Lock } from './complete-lock.ts';

function lock(): Lock {
  return {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: {
          '@tool/cli-darwin-arm64': '2.0.0',
          '@tool/cli-linux-x64': '2.0.0',
          '@tool/cli-linux-x64-musl': '2.0.0',
          extra: '1.0.0',
          near: '^1.0.0',
        },
      },
      'node_modules/@tool/cli-linux-x64': { version: '2.0.0' },
      'node_modules/app/node_modules/tool': {
        version: '3.0.0',
        optionalDependencies: { '@tool/cli-win32-x64': '3.0.0', '@tool/cli-linux-x64': '2.0.0' },
      },
    },
  };
}

it('adds the packages of other systems in the version their parent names, with the system they are for', () => {
  const { packages } = completed(lock());
  expect(packages['node_modules/@tool/cli-darwin-arm64']).toEqual({
    version: '2.0.0',
    dev: true,
    optional: true,
    cpu: ['arm64'],
    os: ['darwin'],
  });
  expect(packages['node_modules/@tool/cli-linux-x64-musl']).toMatchObject({ cpu: ['x64'], libc: ['musl'], os: ['linux'] });
  expect(packages['node_modules/app/node_modules/@tool/cli-win32-x64']).toMatchObject({ version: '3.0.0', os: ['win32'] });
});

it('leaves alone what is there, what belongs to no system, and what no exact version is named for', () => {
  expect(completeLock(lock())).toEqual(['@tool/cli-darwin-arm64', '@tool/cli-linux-x64-musl', '@tool/cli-win32-x64']);
});

it('changes nothing the second time', () => {
  const once = completed(lock());
  expect(completeLock(once)).toEqual([]);
});

function completed(given: Lock): Lock {
  completeLock(given);
  return given;
}
