import type { QuestionInput, QuestionType, Response } from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';

const option = (id: 'a' | 'b' | 'c', text: string) => ({ id, text });
const three = [option('a', 'first'), option('b', 'second'), option('c', 'third')];
const SECRET = { explanation: 'explained-secret', solution: 'solved-secret', hints: ['hinted-secret'] };

/** One question of each type, with words in everything a learner must not see early. */
export const QUESTIONS: Record<QuestionType, QuestionInput> = {
  'single-choice': sample({ ...SECRET, key: { correct: ['a'], feedback: { b: 'feedback-secret' } } }),
  'multiple-choice': sample({ ...SECRET, type: 'multiple-choice', options: three, key: { correct: ['a', 'c'] } }),
  'true-false': sample({ ...SECRET, type: 'true-false', options: [], key: { correct: ['true'] } }),
  number: sample({ ...SECRET, type: 'number', options: [], unit: 'V', key: { value: 271.5, tolerance: 0.25 } }),
  'short-text': sample({
    ...SECRET,
    type: 'short-text',
    options: [],
    key: { accepted: ['accepted-secret'], caseSensitive: false },
  }),
  blanks: sample({
    ...SECRET,
    type: 'blanks',
    stem: 'I [[1]] and [[2]].',
    options: [],
    details: {
      gaps: [
        { id: '1', kind: 'text' },
        { id: '2', kind: 'choice', options: [option('a', 'slept'), option('b', 'slopt')] },
      ],
    },
    key: { gaps: { '1': { accepted: ['accepted-secret'], caseSensitive: false }, '2': { correct: ['a'] } } },
  }),
  matching: sample({
    ...SECRET,
    type: 'matching',
    options: three,
    details: {
      prompts: [
        { id: '1', text: 'one' },
        { id: '2', text: 'two' },
      ],
    },
    key: { pairs: { '1': 'a', '2': 'b' } },
  }),
  ordering: sample({ ...SECRET, type: 'ordering', options: three, key: { order: ['a', 'b', 'c'] } }),
  'long-text': sample({
    ...SECRET,
    type: 'long-text',
    options: [],
    details: { minWords: 5, maxWords: 50 },
    key: { rubric: [{ id: '1', title: 'rubric-secret', description: '', weight: 1 }], modelAnswer: 'model-secret' },
  }),
  'audio-answer': sample({
    ...SECRET,
    type: 'audio-answer',
    options: [],
    details: { maxSec: 30 },
    key: { rubric: [{ id: '1', title: 'rubric-secret', description: '', weight: 1 }], modelAnswer: 'model-secret' },
  }),
};

/** What must not be told before the answer may be known. */
export const SECRETS = [
  ...['explained', 'solved', 'hinted', 'feedback', 'accepted', 'rubric', 'model'].map((word) => `${word}-secret`),
  '271.5',
  '"correct"',
  '"right"',
  '"tolerance"',
];

/** The right response as it is told by `right`, in the ids of the page. */
export function rightResponse(type: QuestionType, right: Record<string, unknown>): Response {
  if (type === 'number') return { number: String(right['number']) };
  if (type === 'short-text') return { text: (right['accepted'] as string[])[0] ?? '' };
  if (type === 'blanks') {
    const gaps = right['gaps'] as Record<string, { selected?: string[]; accepted?: string[] }>;
    const given = Object.entries(gaps).map(([id, gap]) => [id, gap.selected?.[0] ?? gap.accepted?.[0] ?? '']);
    return { gaps: Object.fromEntries(given) };
  }
  if (type === 'long-text') return { longText: 'five words and a few' };
  if (type === 'audio-answer') return { recording: '019a0000-0000-7000-8000-000000000001' };
  return right as Response;
}
