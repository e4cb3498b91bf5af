import { type Loaded, useCall, useLoaded } from '@lyceum/core/admin';
import { listExamTypes, listSkills } from '../../../contract/index.ts';

export type Choice = { value: string; label: string };

/** Exam types and skills that a question may carry. */
export function useNames(): Loaded<{ examTypes: Choice[]; skills: Choice[] }> {
  const call = useCall();
  return useLoaded(async () => {
    const [examTypes, skills] = await Promise.all([call(listExamTypes), call(listSkills)]);
    return {
      examTypes: examTypes.rows.map(({ documentId, code, name }) => ({
        value: documentId,
        label: name === code ? code : `${code} · ${name}`,
      })),
      skills: skills.rows.map(({ documentId, name }) => ({ value: documentId, label: name })),
    };
  }, []);
}
