import type { PassMark } from '../../contract/values.ts';

/** One item of a paper with everything its score needs. */
export type ItemToScore = {
  readonly sectionId: string;
  readonly topic: string;
  readonly topicName: string;
  /** Points for a right answer, 0–100. */
  readonly points: number;
  /** Share earned, 0–1, as the question's type scores it or a person marked it; null while it waits to be marked. */
  readonly ratio: number | null;
  readonly answered: boolean;
  readonly secondsSpent: number;
};

export type Share = { points: number; pointsMax: number; percent: number };

export type TopicScore = Share & { topic: string; name: string; items: number; right: number; secondsSpent: number };
export type SectionScore = Share & { id: string };

export type PaperScore = Share & {
  answered: number;
  topics: TopicScore[];
  sections: SectionScore[];
  /** Share earned per item, in paper order; null where it waits to be marked. */
  ratios: (number | null)[];
  /** Items that wait to be marked; they count in nothing else but `answered`. */
  pending: number;
};

type ScoredItem = ItemToScore & { readonly ratio: number };
const isScored = (item: ItemToScore): item is ScoredItem => item.ratio !== null;

/** Points are kept to a ten-thousandth, so that sums of thirds and tenths compare equal. */
const points = (value: number) => Math.round(value * 10_000) / 10_000;
const percentOf = (earned: number, most: number) => (most > 0 ? Math.round((earned / most) * 10_000) / 100 : 0);

function share(items: readonly ScoredItem[]): Share {
  const earned = items.reduce((sum, item) => sum + item.points * item.ratio, 0);
  const most = items.reduce((sum, item) => sum + item.points, 0);
  return { points: points(earned), pointsMax: points(most), percent: percentOf(earned, most) };
}

function grouped(items: readonly ScoredItem[], by: (item: ItemToScore) => string): Map<string, ScoredItem[]> {
  const groups = new Map<string, ScoredItem[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return groups;
}

/**
 * Score of a whole paper. Points are plain sums; the percentage weighs each section's points by the section's weight
 * and is rounded to a hundredth. Items that wait to be marked are left out of points and percentage, so that what is
 * shown meanwhile is the score of the others. The same input always gives the same score, so it can be replayed at any time.
 * @param weights weight per section id; a section that is missing weighs 1
 */
export function scorePaper(items: readonly ItemToScore[], weights: Readonly<Record<string, number>>): PaperScore {
  const weightOf = (item: ItemToScore) => weights[item.sectionId] ?? 1;
  const scored = items.filter(isScored);
  const earned = scored.reduce((sum, item) => sum + item.points * item.ratio * weightOf(item), 0);
  const most = scored.reduce((sum, item) => sum + item.points * weightOf(item), 0);
  return {
    ...share(scored),
    percent: percentOf(earned, most),
    answered: items.filter((item) => item.answered).length,
    topics: [...grouped(scored, (item) => item.topic)].map(([topic, group]) => ({
      topic,
      name: group[0]?.topicName ?? '',
      ...share(group),
      items: group.length,
      right: group.filter((item) => item.ratio >= 1).length,
      secondsSpent: group.reduce((sum, item) => sum + item.secondsSpent, 0),
    })),
    sections: [...grouped(scored, (item) => item.sectionId)].map(([id, group]) => ({ id, ...share(group) })),
    ratios: items.map((item) => item.ratio),
    pending: items.length - scored.length,
  };
}

/** Passed or failed by percent or by points, the mark itself passes; null without a pass mark. */
export function isPassed(score: Share, mark: PassMark | null): boolean | null {
  if (!mark) return null;
  return 'percent' in mark ? score.percent >= mark.percent : score.points >= mark.points;
}
