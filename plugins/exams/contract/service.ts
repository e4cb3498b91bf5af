import type { DocumentId } from '@lyceum/core/contract';
import type { ExamInput } from './staff-exams.ts';

/** Answer of an access port. `href` leads to the page where access can be got. */
export type ExamAccess = { allowed: true } | { allowed: false; href: string | null };

/**
 * "May this learner open that exam?" A plugin that gives access to exams (learning: enrolment) registers one port.
 * An exam that is not public opens when any port allows it; without ports only public exams open [E-06].
 */
export type ExamAccessPort = {
  readonly name: string;
  readonly mayOpen: (examId: DocumentId, learnerId: number) => Promise<ExamAccess>;
};

/** What other plugins and seeds may call: `strapi.plugin('exams').service('public')`. */
export type ExamsPublicService = {
  /** Registers a port; a second one of the same name replaces the first. */
  useAccess(port: ExamAccessPort): void;
  /** Creates a draft, or replaces the draft that has the same slug. For seeds. */
  saveDraft(exam: ExamInput): Promise<DocumentId>;
  /** Checks and publishes a draft; refuses as `publishExam` does. */
  publish(examId: DocumentId): Promise<void>;
};
