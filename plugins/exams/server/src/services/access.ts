import type { DocumentId } from '@lyceum/core/contract';
import type { ExamAccess, ExamAccessPort } from '../../../contract/service.ts';
import type { CompiledForm } from './forms.ts';

const ports = new Map<string, ExamAccessPort>();

/** Registers who may answer "may this learner open it?"; a second port of the same name replaces the first. */
export function useAccess(port: ExamAccessPort): void {
  ports.set(port.name, port);
}

/** A public exam opens for everybody; another one when any port allows it [E-06]. */
export async function accessTo(form: CompiledForm, learnerId: number): Promise<ExamAccess> {
  if (form.definition.isPublic) return { allowed: true };
  let href: string | null = null;
  for (const port of ports.values()) {
    const answer = await port.mayOpen(form.examId as DocumentId, learnerId);
    if (answer.allowed) return answer;
    href ??= answer.href;
  }
  return { allowed: false, href };
}
