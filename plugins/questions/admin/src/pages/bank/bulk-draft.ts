import type { z } from 'zod';
import type { BulkAction, BulkKind, BulkSelection } from '../../../../contract/index.ts';

/** Actions that write a field, chosen in one dialog; the others have a button of their own. */
export const CHANGES = [
  'addTags',
  'removeTags',
  'setTopic',
  'setDifficulty',
  'addExamTypes',
  'removeExamTypes',
  'setSkill',
  'setLicence',
  'setOwner',
  'share',
] as const satisfies readonly BulkKind[];
export type Change = (typeof CHANGES)[number];

/** What somebody has filled in so far, whatever the action. */
export type Draft = {
  readonly tags: string;
  readonly id: string | null;
  readonly ids: readonly string[];
  readonly difficulty: string;
  readonly licence: string;
  readonly isShared: boolean;
  readonly acceptWarnings: boolean;
  /** Kept with the versions a publish makes. */
  readonly note: string;
};

export const EMPTY_DRAFT: Draft = {
  tags: '',
  id: null,
  ids: [],
  difficulty: '5',
  licence: '',
  isShared: true,
  acceptWarnings: false,
  note: '',
};

export type ActionInput = z.input<typeof BulkAction>;
export type SelectionInput = z.input<typeof BulkSelection>;

const tagsOf = (text: string): string[] => [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');

/** The action as it is sent; null while something is missing. Ids are checked by the server. */
export function actionOf(kind: BulkKind, draft: Draft): ActionInput | null {
  const { id, ids, licence, isShared, acceptWarnings } = draft;
  switch (kind) {
    case 'addTags':
    case 'removeTags': {
      const tags = tagsOf(draft.tags);
      return tags.length > 0 ? { kind, tags } : null;
    }
    case 'setTopic':
      return id === null ? null : ({ kind, topic: id } as ActionInput);
    case 'setDifficulty':
      return { kind, difficulty: Number(draft.difficulty) };
    case 'addExamTypes':
    case 'removeExamTypes':
      return ids.length > 0 ? ({ kind, examTypes: ids } as ActionInput) : null;
    case 'setSkill':
      return { kind, skill: id } as ActionInput;
    case 'setLicence':
      return { kind, licence: licence.trim() || null };
    case 'setOwner':
      return id === null ? null : { kind, ownerId: Number(id) };
    case 'share':
      return { kind, isShared };
    case 'sendToReview':
      return { kind, acceptWarnings };
    case 'publish':
      return { kind, acceptWarnings, ...(draft.note.trim() ? { note: draft.note.trim() } : {}) };
    case 'archive':
    case 'backToDraft':
    case 'delete':
      return { kind };
  }
}
