import { isApiProblem } from '@lyceum/core/client';
import { type ExamDetail, Slug } from '@lyceum/exams/contract';

/** An exam by the slug of its address; undefined when there is none. @throws every other refusal */
export async function publicExam(
  slug: string | undefined,
  load: (slug: string) => Promise<ExamDetail>,
): Promise<ExamDetail | undefined> {
  const checked = Slug.safeParse(slug);
  if (!checked.success) return undefined;
  try {
    return await load(checked.data);
  } catch (error) {
    if (isApiProblem(error) && error.status === 404) return undefined;
    throw error;
  }
}
