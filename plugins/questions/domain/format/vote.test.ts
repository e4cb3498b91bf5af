import { expect, it } from 'vitest';
import { vote } from './vote.ts';

const one = (topic: string | null, similarity: number, difficulty = 3, examTypes: string[] = []) => ({
  topic,
  similarity,
  difficulty,
  examTypes,
});

it('proposes what most of the alike questions carry, weighed by how alike they are [Q-18]', () => {
  expect(vote([one('a', 0.9), one('b', 0.5), one('b', 0.5)]).topic).toBe('b');
  expect(vote([one('a', 0.9), one('b', 0.4)]).topic).toBe('a');
  expect(vote([one('a', 1, 2), one('a', 3, 6)]).difficulty).toBe(5);
  expect(vote([one('a', 1, 3, ['TYT', 'X']), one('a', 1, 3, ['TYT'])]).examTypes).toEqual(['TYT', 'X']);
  expect(vote([one('a', 1, 3, ['X']), one('a', 2, 3, ['TYT'])]).examTypes).toEqual(['TYT']);
});

it('proposes nothing where no question is alike', () => {
  expect(vote([])).toEqual({ topic: null, difficulty: null, examTypes: [] });
  expect(vote([one(null, 1)]).topic).toBeNull();
});
