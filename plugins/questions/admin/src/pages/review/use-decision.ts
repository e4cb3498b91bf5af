import { AdminProblem, useCall, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { decideReview, type Question, questionsProblems } from '../../../../contract/index.ts';

type Decision = { step: 'approve'; note: string | null; acceptWarnings: boolean } | { step: 'return'; note: string };

/** What keeps a decision from being taken, said beside the note. */
export type Objection = 'note-missing' | 'reason-missing' | null;

/** A reviewer's decision about one question. */
export function useDecision({ documentId, code }: Pick<Question, 'documentId' | 'code'>, onDecided: () => void) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [isWorking, setWorking] = useState(false);
  const [objection, setObjection] = useState<Objection>(null);

  const take = async (body: Decision) => {
    if (isWorking) return;
    setWorking(true);
    setObjection(null);
    try {
      await call(decideReview, { params: { documentId }, body });
      toggleNotification({ type: 'success', message: t(`review.done-${body.step}`, { code }) });
      onDecided();
    } catch (refused) {
      const isCode = (problem: { code: string }) => refused instanceof AdminProblem && refused.code === problem.code;
      if (isCode(questionsProblems.reasonNeeded)) setObjection('reason-missing');
      toggleNotification({ type: 'danger', message: problemText(refused) });
      // Somebody else was faster: the list is not what it was.
      if (isCode(questionsProblems.reviewState) || isCode(questionsProblems.questionNotFound)) onDecided();
    } finally {
      setWorking(false);
    }
  };
  return {
    isWorking,
    objection,
    approve: (note: string, acceptWarnings: boolean) => take({ step: 'approve', note: note.trim() || null, acceptWarnings }),
    sendBack: (note: string) => {
      if (note.trim() === '') setObjection('note-missing');
      else void take({ step: 'return', note: note.trim() });
    },
  };
}
