import { expect, it } from 'vitest';
import { stepOf } from './steps.ts';

it('leads whoever comes back to where the import is [Q-28]', () => {
  expect(stepOf('mapping', { state: 'running', dryRun: true })).toBe('dry-run');
  expect(stepOf(undefined, { state: 'running', dryRun: false })).toBe('run');
  expect(stepOf(undefined, { state: 'finished', dryRun: false })).toBe('report');
  expect(stepOf('run', { state: 'cancelled', dryRun: false })).toBe('report');
  expect(stepOf(undefined, { state: 'finished', dryRun: true })).toBe('dry-run');
});

it('shows the step of the address while nothing runs', () => {
  expect(stepOf('mapping', { state: 'ready', dryRun: null })).toBe('mapping');
  expect(stepOf('mapping', { state: 'finished', dryRun: true })).toBe('mapping');
  expect(stepOf('report', { state: 'ready', dryRun: null })).toBe('read');
  expect(stepOf('dry-run', { state: 'ready', dryRun: null })).toBe('options');
  expect(stepOf('nonsense', { state: 'uploaded', dryRun: null })).toBe('read');
});
