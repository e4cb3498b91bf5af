import { describe, expect, it } from 'vitest';
import { BULK_KINDS, BulkAction } from '../../../../contract/index.ts';
import { actionOf, EMPTY_DRAFT } from './bulk-draft.ts';

const id = 'topic0000000000000000000';
const FULL = { ...EMPTY_DRAFT, tags: ' a, b ,a,', id, ids: [id], licence: ' CC0 ' };

describe('what the dialog of bulk actions sends', () => {
  it.each(BULK_KINDS)('%s is an action the server takes', (kind) => {
    const draft = kind === 'setOwner' ? { ...FULL, id: '7' } : FULL;
    expect(BulkAction.safeParse(actionOf(kind, draft)).success).toBe(true);
  });

  it('is nothing while a value is missing', () => {
    for (const kind of ['addTags', 'removeTags', 'setTopic', 'addExamTypes', 'removeExamTypes', 'setOwner'] as const)
      expect(actionOf(kind, EMPTY_DRAFT)).toBeNull();
  });

  it('reads tags between commas, once each', () => {
    expect(actionOf('addTags', FULL)).toEqual({ kind: 'addTags', tags: ['a', 'b'] });
    expect(actionOf('setLicence', EMPTY_DRAFT)).toEqual({ kind: 'setLicence', licence: null });
  });
});
