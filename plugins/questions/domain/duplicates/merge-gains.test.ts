import { expect, it } from 'vitest';
import type { QuestionInput } from '../../contract/index.ts';
import { sample } from '../testing/sample.ts';
import { withGains } from './merge-gains.ts';

const id = (text: string) => text as NonNullable<QuestionInput['topic']>;

it('gives the kept question everything the other one was found by, and takes nothing from it [Q-40]', () => {
  const kept = sample({ tags: ['a', 'b'], topic: id('t1'), furtherTopics: [id('t2')], examTypes: [id('e1')] });
  const merged = sample({
    stem: 'Other',
    tags: ['b', 'c'],
    topic: id('t3'),
    furtherTopics: [id('t1')],
    examTypes: [id('e2')],
    skill: id('s'),
  });
  expect(withGains(kept, merged)).toEqual({
    ...kept,
    tags: ['a', 'b', 'c'],
    furtherTopics: ['t2', 't3'],
    examTypes: ['e1', 'e2'],
    skill: 's',
  });
  expect(withGains(sample({ skill: id('own') }), merged).skill).toBe('own');
});

it('never makes a list longer than a question may carry', () => {
  const many = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
  const gained = withGains(sample({ tags: many('a', 25) }), sample({ tags: many('b', 25) }));
  expect(gained.tags).toHaveLength(30);
  expect(gained.tags.slice(0, 25)).toEqual(many('a', 25));
});
