import type { DocumentId } from '@lyceum/core/contract';
import type { ExamsPublicService } from '../../../contract/service.ts';
import { ExamInput } from '../../../contract/staff-exams.ts';
import { slugHolder } from '../records/exam.ts';
import { useAccess } from './access.ts';
import { createExam, updateExam } from './drafts.ts';
import { publishExam } from './publishing.ts';

/** What other plugins and seeds may call. */
export const publicService = (): ExamsPublicService => ({
  useAccess,
  async saveDraft(input) {
    const exam = ExamInput.parse(input);
    const known = await slugHolder(exam.slug, null);
    if (!known) return (await createExam(exam, 'system')) as DocumentId;
    await updateExam(known, exam, 'system');
    return known as DocumentId;
  },
  publish: (examId) => publishExam(examId, 'system'),
});
