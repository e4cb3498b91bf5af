import type { QuestionInput } from '../../contract/index.ts';

/** Longest lists a question may carry, as its schema has them. */
const MOST = { tags: 30, furtherTopics: 20, examTypes: 20 } as const;

const united = <Item extends string>(own: readonly Item[], others: readonly Item[], most: number): Item[] =>
  [...new Set([...own, ...others])].slice(0, Math.max(most, own.length));

/**
 * The kept question with the tags, topics, exam types and, where it has none, the skill of the one that goes; its own come first
 * and none of them is lost. The main topic of the other becomes a further one.
 */
export function withGains(kept: QuestionInput, merged: QuestionInput): QuestionInput {
  const topics = [...(merged.topic === null ? [] : [merged.topic]), ...merged.furtherTopics].filter(
    (topic) => topic !== kept.topic,
  );
  return {
    ...kept,
    tags: united(kept.tags, merged.tags, MOST.tags),
    furtherTopics: united(kept.furtherTopics, topics, MOST.furtherTopics),
    examTypes: united(kept.examTypes, merged.examTypes, MOST.examTypes),
    skill: kept.skill ?? merged.skill,
  };
}
