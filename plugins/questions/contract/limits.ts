/** Longest texts, in characters. */
export const TEXT_LIMITS = {
  code: 40,
  title: 200,
  stem: 10_000,
  option: 4_000,
  explanation: 20_000,
  hint: 2_000,
  feedback: 4_000,
  tag: 60,
  unit: 40,
  source: 500,
  accepted: 200,
  /** What a learner may write in a long text. */
  longText: 50_000,
  topicName: 200,
} as const;
export const OPTION_COUNT = { min: 2, max: 10 } as const;
/** Answers beside the full ones that earn a share of the points or have feedback of their own. */
export const MAX_ALTERNATIVES = 50;
export const MAX_GAPS = 30;
export const DIFFICULTY = { min: 1, max: 10 } as const;
export const POINTS = { min: 0, max: 100, default: 1 } as const;
/** Ids of options in the order they are given out. */
export const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
