/** What the bank can hold so far; the questions plugin's own tuple is checked against this by the seeder's test. */
export const QUESTION_TYPES = ['single-choice', 'multiple-choice', 'true-false', 'number', 'short-text'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** One answer to choose. A pinned option keeps its place when options are shuffled. */
export type DemoOption = { id: string; text: string; pinned?: boolean };

type DemoText = {
  /** Unique in the bank; the seeder finds a question again by it. */
  code: string;
  /** Markdown with `$…$` and `$$…$$`; images as `![alternative text](/uploads/<file in figures/>)`. */
  stem: string;
  /** Why the key is right, and why the tempting wrong answers are wrong. */
  explanation: string;
  /** The way to the answer, step by step; empty where the explanation says it all. */
  solution: string;
  /** From a nudge to nearly the answer. */
  hints: string[];
  /** 1 (beginner) to 10 (expert). English: two steps a level, A1 = 1–2 … C1 = 9–10. */
  difficulty: number;
  /** Path of slugs in `topics.ts`, for example `english/grammar/tenses`. */
  topic: string;
  tags: string[];
  estimatedSec: number;
  points: number;
  language: 'en';
  source: string;
  licence: string;
};

/** A choice among stored options; `correct` holds option ids. */
export type ChoiceQuestion = DemoText & {
  type: 'single-choice' | 'multiple-choice';
  options: DemoOption[];
  key: { correct: string[] };
};

/** The two options of a true/false question are fixed and not stored. */
export type TrueFalseQuestion = DemoText & { type: 'true-false'; key: { correct: ['true'] | ['false'] } };

/** `tolerance` is absolute: a response counts when it lies within it on either side of `value`. */
export type NumberQuestion = DemoText & { type: 'number'; unit?: string; key: { value: number; tolerance: number } };

/** Any of the accepted texts counts. */
export type ShortTextQuestion = DemoText & { type: 'short-text'; key: { accepted: string[]; caseSensitive: boolean } };

export type DemoQuestion = ChoiceQuestion | TrueFalseQuestion | NumberQuestion | ShortTextQuestion;

/** A node of the topic tree: subject, topic or sub-topic. */
export type DemoTopic = { name: string; slug: string; code?: string; children?: DemoTopic[] };

/** Draws `count` published questions of a topic, its sub-topics included, within a range of difficulty. */
export type DemoRule = { id: string; topic: string; difficultyMin: number; difficultyMax: number; count: number };

/** `fixed` holds question codes, in their order. */
export type DemoSection = {
  id: string;
  title: string;
  timeLimitSec: number | null;
  weight: number;
  fixed: string[];
  rules: DemoRule[];
};

export type DemoExam = {
  title: string;
  slug: string;
  kind: 'lesson-quiz' | 'module-quiz' | 'practice' | 'mock-exam' | 'placement' | 'diagnostic' | 'certification';
  summary: string;
  /** Markdown, shown on the start page. */
  instructions: string;
  timeLimitSec: number | null;
  passPercent: number;
  attemptsAllowed: number | null;
  coolDownSec: number;
  presentation: 'one' | 'all';
  backNavigation: boolean;
  reviewPolicy: 'never' | 'afterSubmission' | 'afterClosing';
  scoreVisible: boolean;
  shuffleItems: boolean;
  shuffleOptions: boolean;
  isPublic: boolean;
  sections: DemoSection[];
};

/** An invented person. Staff also get an account in the Strapi admin with the same address. */
export type DemoPerson = {
  email: string;
  name: string;
  role: 'super-admin' | 'content-editor' | 'teacher' | 'learner';
  locale: 'en' | 'tr' | 'ar';
  timeZone: string;
};

/** One sitting that the seeder plays through the real rules. */
export type DemoSitting = {
  learnerEmail: string;
  examSlug: string;
  startedAt: Date;
  /** Whole minutes between start and submit; never more than the exam allows. */
  minutesUsed: number;
  /** Chance to answer a question of middle difficulty right, 0–1. */
  ability: number;
};
