import type { DocumentId } from '@lyceum/core/contract';
import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../../contract/index.ts';
import { changedTags, isNews, toggled, withSuggestion } from './tags.ts';

const id = (text: string) => text as DocumentId;
const tags: Tags = { topic: id('t1'), furtherTopics: [], examTypes: [id('e1')], skill: null, difficulty: 3, tags: ['old'] };
const nothing = { documentId: id('q'), topic: null, difficulty: null, examTypes: [], way: 'built-in' as const };

describe('tags while they are changed [Q-18]', () => {
  it('are added to a list and taken out again', () => {
    const added = toggled(tags, 'examTypes', 'e2');
    expect(added.examTypes).toEqual(['e1', 'e2']);
    expect(toggled(added, 'examTypes', 'e1').examTypes).toEqual(['e2']);
  });

  it('take a suggestion without losing what it does not name', () => {
    expect(withSuggestion(tags, { ...nothing, topic: id('t2'), examTypes: [id('e2')] })).toEqual({
      ...tags,
      topic: 't2',
      examTypes: ['e1', 'e2'],
    });
    expect(isNews(tags, { ...nothing, examTypes: [id('e1')], difficulty: 3 })).toBe(false);
    expect(isNews(tags, { ...nothing, difficulty: 4 })).toBe(true);
  });

  it('send only what differs', () => {
    expect(changedTags(tags, tags)).toEqual({});
    expect(changedTags(tags, { ...tags, difficulty: 10, skill: id('s') })).toEqual({ difficulty: 10, skill: 's' });
  });
});
