import type { Paper } from '@lyceum/exams/contract';

/** First and last question the learner may go to. */
export type Reach = { readonly from: number; readonly to: number };

/**
 * Where the learner may go: within the open sections, and where there is no going back only one on from the furthest
 * question reached, because what is skipped could not be seen again [E-02].
 * @param position the question on screen
 */
export function reachOf(
  paper: Pick<Paper, 'openFrom' | 'openTo'> & { exam: Pick<Paper['exam'], 'backNavigation' | 'presentation'> },
  position: number,
): Reach {
  if (paper.exam.backNavigation || paper.exam.presentation === 'all') return { from: paper.openFrom, to: paper.openTo };
  const from = Math.max(paper.openFrom, position);
  return { from, to: Math.min(paper.openTo, from + 1) };
}

export const mayMove = (reach: Reach, to: number): boolean => to >= reach.from && to <= reach.to;
