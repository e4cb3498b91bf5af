import { z } from 'zod';
import { ExamInput } from '../../contract/staff-exams.ts';
import { ItemLanguage } from '../../contract/values.ts';

/** An exam as it was when published: what attempts are held to, whatever editors do afterwards [R12]. */
export const FormDefinition = z.object({
  ...ExamInput.shape,
  lang: ItemLanguage,
  itemCount: z.number().int().min(1),
  /** Revision of each fixed question at publishing; used when the question has left the pool since. */
  fixedRevisions: z.record(z.string(), z.number().int()),
});
export type FormDefinition = z.output<typeof FormDefinition>;

export type Form = {
  readonly id: number;
  readonly examId: string;
  readonly publishedAt: Date;
  readonly definition: FormDefinition;
};

/** Items a paper of this exam has: fixed questions and what each rule draws. */
export function itemCountOf(sections: readonly { fixed: readonly unknown[]; rules: readonly { count: number }[] }[]): number {
  return sections.reduce((sum, one) => sum + one.fixed.length + one.rules.reduce((count, rule) => count + rule.count, 0), 0);
}
