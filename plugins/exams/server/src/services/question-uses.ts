import { usedBy } from '../records/question-use.ts';
import type { CompiledForm } from './forms.ts';

/** Exams held in memory at most. */
const EXAMS_MAX = 500;

/** Questions of each exam that this process knows are written down as shown. Never wrong for long: rows are not taken away. */
const known = new Map<string, Promise<Set<string>>>();

/**
 * Which questions of a new paper have not been shown by its exam yet, so that a start writes only those: after the
 * first papers there are none, and a question that was ever shown is never deleted unnoticed.
 * `remember` is to be called once they are stored.
 */
export async function usesNotYetKnown(
  { examId }: CompiledForm,
  questionIds: readonly string[],
): Promise<{ ids: string[]; remember: () => void }> {
  if (!known.has(examId) && known.size >= EXAMS_MAX) known.clear();
  const loading = known.get(examId) ?? usedBy(examId).then((ids) => new Set(ids));
  known.set(examId, loading);
  loading.catch(() => known.delete(examId));
  const shown = await loading;
  const ids = questionIds.filter((id) => !shown.has(id));
  return {
    ids,
    remember: () => {
      for (const id of ids) shown.add(id);
    },
  };
}
