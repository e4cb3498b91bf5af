/** A question that is alike, with how much. */
export type Neighbour = {
  readonly topic: string | null;
  readonly difficulty: number;
  readonly examTypes: readonly string[];
  readonly similarity: number;
};

export type Vote = { readonly topic: string | null; readonly difficulty: number | null; readonly examTypes: readonly string[] };

/** An exam type is proposed when at least this share of the votes carries it. */
const MAJORITY = 0.5;

/**
 * What similar questions say about one: the topic with the most votes, the mean difficulty and the exam types that most carry, each
 * vote weighed by its similarity (k nearest neighbours with weights). Nothing where nobody votes.
 */
export function vote(neighbours: readonly Neighbour[]): Vote {
  const total = neighbours.reduce((sum, { similarity }) => sum + similarity, 0);
  if (total <= 0) return { topic: null, difficulty: null, examTypes: [] };
  const tally = (names: (neighbour: Neighbour) => readonly string[]) => {
    const votes = new Map<string, number>();
    for (const one of neighbours) for (const name of names(one)) votes.set(name, (votes.get(name) ?? 0) + one.similarity);
    return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const [topic] = tally((one) => (one.topic === null ? [] : [one.topic]));
  return {
    topic: topic?.[0] ?? null,
    difficulty: Math.round(neighbours.reduce((sum, one) => sum + one.difficulty * one.similarity, 0) / total),
    examTypes: tally((one) => one.examTypes).flatMap(([name, votes]) => (votes / total >= MAJORITY ? [name] : [])),
  };
}
