import type { DemoTopic } from './types.ts';

/** Subject → topic → sub-topic. Slugs are unique in the whole tree. */
export const demoTopics = [
  {
    name: 'English',
    slug: 'english',
    code: 'EN',
    children: [
      {
        name: 'Grammar',
        slug: 'grammar',
        children: [
          { name: 'Tenses', slug: 'tenses' },
          { name: 'Pronouns and determiners', slug: 'pronouns' },
          { name: 'Modal verbs', slug: 'modals' },
          { name: 'Conditionals', slug: 'conditionals' },
          { name: 'Sentence structure', slug: 'sentence-structure' },
        ],
      },
      {
        name: 'Vocabulary',
        slug: 'vocabulary',
        children: [
          { name: 'Everyday words', slug: 'everyday-words' },
          { name: 'Word choice and collocation', slug: 'word-choice' },
          { name: 'Phrasal verbs', slug: 'phrasal-verbs' },
          { name: 'Idioms', slug: 'idioms' },
        ],
      },
      {
        name: 'Reading',
        slug: 'reading',
        children: [
          { name: 'Notices and messages', slug: 'short-texts' },
          { name: 'Longer texts', slug: 'longer-texts' },
        ],
      },
      {
        name: 'Use of English',
        slug: 'use-of-english',
        children: [
          { name: 'Completing sentences', slug: 'sentence-completion' },
          { name: 'Word formation', slug: 'word-formation' },
          { name: 'Saying it another way', slug: 'transformation' },
          { name: 'Finding mistakes', slug: 'mistakes' },
        ],
      },
    ],
  },
  {
    name: 'Mathematics',
    slug: 'mathematics',
    code: 'MA',
    children: [
      {
        name: 'Numbers',
        slug: 'numbers',
        children: [
          { name: 'Fractions and percentages', slug: 'fractions' },
          { name: 'Powers and roots', slug: 'powers' },
          { name: 'Divisibility', slug: 'divisibility' },
        ],
      },
      {
        name: 'Algebra',
        slug: 'algebra',
        children: [
          { name: 'Expressions', slug: 'expressions' },
          { name: 'Equations', slug: 'equations' },
          { name: 'Inequalities', slug: 'inequalities' },
        ],
      },
      {
        name: 'Functions',
        slug: 'functions',
        children: [
          { name: 'Linear functions', slug: 'linear-functions' },
          { name: 'Quadratic functions', slug: 'quadratic-functions' },
          { name: 'Exponentials and logarithms', slug: 'exponentials' },
        ],
      },
      {
        name: 'Geometry',
        slug: 'geometry',
        children: [
          { name: 'Triangles and polygons', slug: 'polygons' },
          { name: 'Circles', slug: 'circles' },
          { name: 'Solids', slug: 'solids' },
        ],
      },
      {
        name: 'Probability and statistics',
        slug: 'probability',
        children: [
          { name: 'Chance', slug: 'chance' },
          { name: 'Counting', slug: 'counting' },
          { name: 'Averages and spread', slug: 'averages' },
        ],
      },
    ],
  },
] satisfies DemoTopic[];

/** A topic with its place in the tree. Parents come before their children, so rows can be written in this order. */
export type PlacedTopic = {
  path: string;
  parentPath: string | null;
  name: string;
  slug: string;
  code: string | null;
  order: number;
};

const place = (topics: readonly DemoTopic[], parentPath: string | null): PlacedTopic[] =>
  topics.flatMap((topic, index) => {
    const path = parentPath === null ? topic.slug : `${parentPath}/${topic.slug}`;
    const placed = { path, parentPath, name: topic.name, slug: topic.slug, code: topic.code ?? null, order: index + 1 };
    return [placed, ...place(topic.children ?? [], path)];
  });

export const placedTopics: readonly PlacedTopic[] = place(demoTopics, null);
