import type { AttemptResult, TopicResult } from '@lyceum/exams/contract';
import type { z } from 'zod';

export type Topic = z.output<typeof TopicResult>;

/** Topics shown at once; the others fold. */
export const TOPICS_SHOWN = 8;

/** Topics by points lost, most first; equal ones by share right, then by name. */
export function byPointsLost(topics: readonly Topic[], locale: string): Topic[] {
  const lost = (topic: Topic) => topic.pointsMax - topic.points;
  return topics.toSorted(
    (one, other) =>
      lost(other) - lost(one) || one.right / one.items - other.right / other.items || one.name.localeCompare(other.name, locale),
  );
}

/** Share of a topic's questions that were right, in percent. */
export const accuracyOf = (topic: Pick<Topic, 'right' | 'items'>): number =>
  topic.items === 0 ? 0 : (topic.right / topic.items) * 100;

/** Mean time on a question of the topic, whole seconds. */
export const secondsEach = (topic: Pick<Topic, 'secondsSpent' | 'items'>): number =>
  topic.items === 0 ? 0 : Math.round(topic.secondsSpent / topic.items);

/** The pass mark as a place on the scale of 0–100 percent; null where nothing is passed or failed. */
export function passPercent(result: Pick<AttemptResult, 'passMark' | 'score'>): number | null {
  if (result.passMark === null) return null;
  if ('percent' in result.passMark) return result.passMark.percent;
  const most = result.score?.pointsMax ?? 0;
  return most === 0 ? null : (result.passMark.points / most) * 100;
}

/** Percentage points gained since the attempt before; null without one that was scored. */
export function gainSince(result: Pick<AttemptResult, 'score' | 'earlier'>): number | null {
  const before = result.earlier.find((attempt) => attempt.percent !== null)?.percent ?? null;
  return before === null || result.score === null ? null : result.score.percent - before;
}

/** Questions worth a second look: wrong or left blank, not those that wait for marking. */
export function toReview(result: Pick<AttemptResult, 'topics' | 'itemCount' | 'pendingMarks'>): number | null {
  return result.topics === null
    ? null
    : result.itemCount - result.pendingMarks - result.topics.reduce((sum, topic) => sum + topic.right, 0);
}
