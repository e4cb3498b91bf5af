import type { DemoExam, DemoRule } from './types.ts';
import { paragraphs } from './wording.ts';

/** One question of each English topic from one level. */
const fromLevel = (level: string, difficultyMin: number): DemoRule[] =>
  ['grammar', 'vocabulary', 'reading', 'use-of-english'].map((topic) => ({
    id: `${level}-${topic}`,
    topic: `english/${topic}`,
    difficultyMin,
    difficultyMax: difficultyMin + 1,
    count: 1,
  }));

const englishPlacement: DemoExam = {
  title: 'English placement test',
  slug: 'english-placement-test',
  kind: 'placement',
  summary: 'Find out which course fits you: 20 questions from A1 to C1 in grammar, vocabulary, reading and use of English.',
  instructions: paragraphs(
    'The questions go from easy to hard, four for each level from **A1** to **C1**. Nobody has to get everything right.',
    [
      '- Answer without a dictionary and without help, so that the course we propose really fits you.',
      '- Some questions ask you to choose *all* right answers. They count only when your choice is complete.',
      '- Where you have to write, spelling counts; capital letters do not.',
      '- If you have no idea, go on to the next question. You can come back at any time.',
    ].join('\n'),
    'After you submit you see your result by topic, and for each question the right answer with an explanation.',
  ),
  timeLimitSec: 25 * 60,
  passPercent: 60,
  attemptsAllowed: null,
  coolDownSec: 0,
  presentation: 'one',
  backNavigation: true,
  reviewPolicy: 'afterSubmission',
  scoreVisible: true,
  shuffleItems: true,
  shuffleOptions: true,
  isPublic: true,
  sections: [
    {
      id: 'elementary',
      title: 'Elementary (A1 and A2)',
      timeLimitSec: null,
      weight: 2,
      fixed: [],
      rules: [...fromLevel('a1', 1), ...fromLevel('a2', 3)],
    },
    {
      id: 'intermediate',
      title: 'Intermediate (B1 and B2)',
      timeLimitSec: null,
      weight: 2,
      fixed: [],
      rules: [...fromLevel('b1', 5), ...fromLevel('b2', 7)],
    },
    { id: 'advanced', title: 'Advanced (C1)', timeLimitSec: null, weight: 1, fixed: [], rules: fromLevel('c1', 9) },
  ],
};

const mathematicsEntrance: DemoExam = {
  title: 'Mathematics entrance exam',
  slug: 'mathematics-entrance-exam',
  kind: 'mock-exam',
  summary:
    'Sixteen questions on numbers, algebra, functions, geometry and probability, as they are set for the entrance to upper secondary school.',
  instructions: paragraphs(
    'The paper has two sections of eight questions. You may move between them until you submit.',
    [
      '1. **Foundations** can be done in the head or with a few lines on paper.',
      '2. **Applications** takes longer. Leave yourself at least 25 of the 40 minutes for it.',
    ].join('\n'),
    [
      '- You may use paper, a pencil and a simple calculator, but no collection of formulas.',
      '- Where a number is asked for, type the number only; the unit stands beside the field. Both `21.5` and `21,5` are read.',
      '- In the pictures lengths and angles are not to scale unless they are labelled.',
    ].join('\n'),
    'You pass with 70 %. There are three attempts, with at least one hour between them.',
  ),
  timeLimitSec: 40 * 60,
  passPercent: 70,
  attemptsAllowed: 3,
  coolDownSec: 60 * 60,
  presentation: 'one',
  backNavigation: true,
  reviewPolicy: 'afterSubmission',
  scoreVisible: true,
  shuffleItems: false,
  shuffleOptions: true,
  isPublic: true,
  sections: [
    {
      id: 'foundations',
      title: 'Foundations',
      timeLimitSec: null,
      weight: 1,
      fixed: ['MA-NUM-02', 'MA-ALG-01'],
      rules: [
        { id: 'numbers', topic: 'mathematics/numbers', difficultyMin: 1, difficultyMax: 5, count: 2 },
        { id: 'algebra', topic: 'mathematics/algebra', difficultyMin: 1, difficultyMax: 5, count: 2 },
        { id: 'functions', topic: 'mathematics/functions', difficultyMin: 1, difficultyMax: 5, count: 1 },
        { id: 'probability', topic: 'mathematics/probability', difficultyMin: 1, difficultyMax: 5, count: 1 },
      ],
    },
    {
      id: 'applications',
      title: 'Applications',
      timeLimitSec: null,
      weight: 1,
      fixed: ['MA-GEO-01', 'MA-FUN-02'],
      rules: [
        { id: 'geometry', topic: 'mathematics/geometry', difficultyMin: 4, difficultyMax: 10, count: 3 },
        { id: 'algebra-hard', topic: 'mathematics/algebra', difficultyMin: 6, difficultyMax: 10, count: 1 },
        { id: 'functions-hard', topic: 'mathematics/functions', difficultyMin: 6, difficultyMax: 10, count: 1 },
        { id: 'probability-hard', topic: 'mathematics/probability', difficultyMin: 6, difficultyMax: 10, count: 1 },
      ],
    },
  ],
};

export const demoExams: readonly DemoExam[] = [englishPlacement, mathematicsEntrance];
