import { type DrawRule, ExamInput, type ExamSection } from '../../../contract/index.ts';

/** Short id, unique within one exam; the order of making is of no meaning. */
const shortId = (): string => Math.random().toString(36).slice(2, 10);

export const newSection = (title: string): ExamSection => ({
  id: shortId(),
  title,
  timeLimitSec: null,
  weight: 1,
  fixed: [],
  rules: [],
});

export const newRule = (topic: string, count = 1): DrawRule => ({
  id: shortId(),
  topic: topic as DrawRule['topic'],
  difficultyMin: 1,
  difficultyMax: 10,
  count,
});

/** An exam before anybody typed: the contract's own defaults and one section. */
export function emptyExam(sectionTitle: string): ExamInput {
  const exam = ExamInput.parse({ title: 'x', slug: 'x', sections: [] });
  return { ...exam, title: '', slug: '', sections: [newSection(sectionTitle)] };
}

/** Questions the paper will have. */
export const itemCountOf = (exam: Pick<ExamInput, 'sections'>): number =>
  exam.sections.reduce(
    (sum, section) => sum + section.fixed.length + section.rules.reduce((count, rule) => count + rule.count, 0),
    0,
  );

/** The list with one element moved by so many places; at an end it stays. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by;
  const next = [...list];
  const [element] = next.splice(from, 1);
  if (element === undefined || to < 0 || to > next.length) return [...list];
  next.splice(to, 0, element);
  return next;
}
