import type { OpenSection, SectionSpan } from '../../../domain/attempt/open-section.ts';
import type { Form } from '../../../domain/paper/form.ts';
import { type StoredPaper, spansOf } from '../../../domain/paper/paper.ts';
import type { Attempt } from '../records/attempt.ts';

/** Sections of a paper that have items, with their item numbers and own time. */
export function spansWithTimes(form: Form, paper: StoredPaper): SectionSpan[] {
  const times = new Map(form.definition.sections.map((section) => [section.id, section.timeLimitSec]));
  return spansOf(paper)
    .filter((span) => span.first <= span.last)
    .map((span) => ({ ...span, timeLimitSec: times.get(span.id) ?? null }));
}

/** What is open by the stored row, before time that ran out since is looked at. */
export const storedOpen = (attempt: Attempt): OpenSection => ({
  index: attempt.sectionIndex,
  first: attempt.openFirst,
  last: attempt.openLast,
  endsAt: attempt.sectionEndsAt,
});
