import { isApiProblem } from '@lyceum/core/client';
import { type AttemptResult, type Eligibility, getEligibility } from '@lyceum/exams/contract';
import { call, type Visitor } from '../../lib/api.ts';

/** Whether the exam can be taken again; null when it is gone or hidden now, which must not take the result away. */
export async function againOf(result: Pick<AttemptResult, 'exam'>, visitor: Visitor): Promise<Eligibility | null> {
  return call(getEligibility, { params: { slug: result.exam.slug } }, visitor).catch((error: unknown) => {
    if (isApiProblem(error) && error.status === 404) return null;
    throw error;
  });
}

/** A value of a refusal as text, where it is one. */
export function refusalText(error: unknown, name: string): string | null {
  const value = isApiProblem(error) ? error.problem.params?.[name] : null;
  return typeof value === 'string' ? value : null;
}
