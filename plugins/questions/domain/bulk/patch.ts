import type { BulkAction, QuestionInput } from '../../contract/index.ts';

/** What bulk actions change of a question's content, and whose it is. */
export type Patch = Pick<QuestionInput, 'tags' | 'topic' | 'difficulty' | 'examTypes' | 'skill' | 'licence'> & {
  readonly ownerId: number | null;
  readonly institute: string | null;
  readonly isShared: boolean;
};

/** Actions that write fields; the others change where a question stands. */
export type PatchAction = Extract<
  BulkAction,
  {
    kind:
      | 'addTags'
      | 'removeTags'
      | 'setTopic'
      | 'setDifficulty'
      | 'addExamTypes'
      | 'removeExamTypes'
      | 'setSkill'
      | 'setLicence'
      | 'setOwner'
      | 'share';
  }
>;

/** Fields an action writes. */
export const PATCHED = {
  addTags: ['tags'],
  removeTags: ['tags'],
  setTopic: ['topic'],
  setDifficulty: ['difficulty'],
  addExamTypes: ['examTypes'],
  removeExamTypes: ['examTypes'],
  setSkill: ['skill'],
  setLicence: ['licence'],
  setOwner: ['ownerId', 'institute'],
  share: ['isShared'],
} as const satisfies Record<PatchAction['kind'], readonly (keyof Patch)[]>;

export const isPatch = (action: BulkAction): action is PatchAction => action.kind in PATCHED;

const union = <Value>(a: readonly Value[], b: readonly Value[]): Value[] => [...new Set([...a, ...b])];
const without = <Value>(a: readonly Value[], b: readonly Value[]): Value[] => a.filter((value) => !b.includes(value));

/**
 * The fields as they are after the action.
 * @param newInstitute institute of the new owner, where the owner changes
 */
export function patched(before: Patch, action: PatchAction, newInstitute: string | null = null): Patch {
  switch (action.kind) {
    case 'addTags':
      return { ...before, tags: union(before.tags, action.tags) };
    case 'removeTags':
      return { ...before, tags: without(before.tags, action.tags) };
    case 'setTopic':
      return { ...before, topic: action.topic };
    case 'setDifficulty':
      return { ...before, difficulty: action.difficulty };
    case 'addExamTypes':
      return { ...before, examTypes: union(before.examTypes, action.examTypes) };
    case 'removeExamTypes':
      return { ...before, examTypes: without(before.examTypes, action.examTypes) };
    case 'setSkill':
      return { ...before, skill: action.skill };
    case 'setLicence':
      return { ...before, licence: action.licence };
    case 'setOwner':
      return { ...before, ownerId: action.ownerId, institute: newInstitute };
    case 'share':
      return { ...before, isShared: action.isShared };
  }
}

/** The fields an action writes, alone: what is kept to take it back. */
export const written = (patch: Patch, kind: PatchAction['kind']): Partial<Patch> =>
  Object.fromEntries(PATCHED[kind].map((field) => [field, patch[field]]));
