import { expect, it } from 'vitest';
import { stepOf, stepsFor } from './steps.ts';

const csv = { format: 'csv' } as const;

it('leads whoever comes back to where the import is [Q-28]', () => {
  expect(stepOf('mapping', { ...csv, state: 'running', dryRun: true })).toBe('dry-run');
  expect(stepOf(undefined, { ...csv, state: 'running', dryRun: false })).toBe('run');
  expect(stepOf(undefined, { ...csv, state: 'finished', dryRun: false })).toBe('report');
  expect(stepOf('run', { ...csv, state: 'cancelled', dryRun: false })).toBe('report');
  expect(stepOf(undefined, { ...csv, state: 'finished', dryRun: true })).toBe('dry-run');
});

it('shows the step of the address while nothing runs', () => {
  expect(stepOf('mapping', { ...csv, state: 'ready', dryRun: null })).toBe('mapping');
  expect(stepOf('mapping', { ...csv, state: 'finished', dryRun: true })).toBe('mapping');
  expect(stepOf('report', { ...csv, state: 'ready', dryRun: null })).toBe('read');
  expect(stepOf('dry-run', { ...csv, state: 'ready', dryRun: null })).toBe('options');
  expect(stepOf('nonsense', { ...csv, state: 'uploaded', dryRun: null })).toBe('read');
});

it('has no mapping for a file of whole questions, and no chosen values for a table', () => {
  expect(stepsFor('csv')).not.toContain('defaults');
  expect(stepsFor('gift')).not.toContain('mapping');
  expect(stepOf('mapping', { format: 'gift', state: 'ready', dryRun: null })).toBe('defaults');
  expect(stepOf('defaults', { ...csv, state: 'ready', dryRun: null })).toBe('mapping');
});
