import type { TagSuggestion, Tags } from '../../../../contract/index.ts';

const LISTS = ['furtherTopics', 'examTypes', 'tags'] as const;
export type ListField = (typeof LISTS)[number];

/** The value added to a list of tags, or taken out where it is in. */
export function toggled<Field extends ListField>(tags: Tags, field: Field, value: string): Tags {
  const list: readonly string[] = tags[field];
  const next = list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
  return { ...tags, [field]: next };
}

/** A suggestion put over what a question has; exam types are added, what is not suggested stays. */
export function withSuggestion(tags: Tags, { topic, difficulty, examTypes }: TagSuggestion): Tags {
  return {
    ...tags,
    topic: topic ?? tags.topic,
    difficulty: difficulty ?? tags.difficulty,
    examTypes: [...new Set([...tags.examTypes, ...examTypes])],
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of the tags differs: only this is sent. */
export function changedTags(before: Tags, after: Tags): Partial<Tags> {
  const names = Object.keys(after) as (keyof Tags)[];
  return Object.fromEntries(names.filter((name) => !same(before[name], after[name])).map((name) => [name, after[name]]));
}

/** True for a suggestion that would change something. */
export const isNews = (tags: Tags, suggestion: TagSuggestion): boolean => !same(tags, withSuggestion(tags, suggestion));
