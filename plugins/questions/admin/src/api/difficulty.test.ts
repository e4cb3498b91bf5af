import { expect, it } from 'vitest';
import { questionSettings } from '../../../contract/index.ts';
import { DIFFICULTIES, difficultyLevel } from './difficulty.ts';

it('shows every difficulty with its label, and the ranges are a setting [Q-15]', () => {
  const usual = questionSettings.schema.parse({});
  expect(DIFFICULTIES.map((difficulty) => difficultyLevel(difficulty, usual))).toEqual([
    ...Array<string>(3).fill('beginner'),
    ...Array<string>(3).fill('intermediate'),
    ...Array<string>(2).fill('advanced'),
    ...Array<string>(2).fill('expert'),
  ]);
  const own = { easyUpTo: 1, mediumUpTo: 2, hardUpTo: 9 };
  expect([1, 2, 3, 9, 10].map((difficulty) => difficultyLevel(difficulty, own))).toEqual([
    'beginner',
    'intermediate',
    'advanced',
    'advanced',
    'expert',
  ]);
});
