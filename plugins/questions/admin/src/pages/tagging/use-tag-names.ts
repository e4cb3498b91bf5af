import { useCall, useLoaded } from '@lyceum/core/admin';
import { getListOptions, listExamTypes, listSkills, listTopics } from '../../../../contract/index.ts';
import type { Choice } from '../../api/use-names.ts';
import { EXAM_TYPE_KEYS, type TypedField } from './keys.ts';

export type TagNames = {
  readonly options: Readonly<Record<TypedField, readonly Choice[]>>;
  /** The most used exam types, which have a key each. */
  readonly frequent: readonly { value: string; code: string }[];
};

/** Everything a question can be tagged with. */
export function useTagNames() {
  const call = useCall();
  return useLoaded<TagNames>(async () => {
    const [topics, examTypes, skills, { tags }] = await Promise.all([
      call(listTopics),
      call(listExamTypes),
      call(listSkills),
      call(getListOptions),
    ]);
    const paths = topics.rows.map(({ documentId, path, name, code }) => ({
      value: documentId,
      label: code && code !== name ? `${path} (${code})` : path,
    }));
    const frequent = [...examTypes.rows].sort((a, b) => b.questions - a.questions).slice(0, EXAM_TYPE_KEYS.length);
    return {
      options: {
        topic: paths,
        furtherTopics: paths,
        examTypes: examTypes.rows.map(({ documentId, code, name }) => ({
          value: documentId,
          label: name === code ? code : `${code} · ${name}`,
        })),
        skill: skills.rows.map(({ documentId, name }) => ({ value: documentId, label: name })),
        tags: tags.map((tag) => ({ value: tag, label: tag })),
      },
      frequent: frequent.map(({ documentId, code }) => ({ value: documentId, code })),
    };
  }, []);
}
