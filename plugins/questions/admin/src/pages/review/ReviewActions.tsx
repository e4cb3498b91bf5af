import { useCall, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { Button, LinkButton } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { PUBLISH, type Question, type QuestionStatus, takeReviewStep, WRITE } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

type Step = 'send' | 'withdraw' | 'reopen';
type Stored = Pick<Question, 'documentId' | 'status' | 'modified'>;
const STEP_AT: Readonly<Record<QuestionStatus, (stored: Stored) => Step | null>> = {
  draft: () => 'send',
  inReview: () => 'withdraw',
  published: ({ modified }) => (modified ? 'send' : null),
  archived: () => 'reopen',
};

export type ReviewActionsProps = {
  stored: Stored;
  /** What is not saved yet is not part of what would be sent. */
  isDirty: boolean;
  isWorking: boolean;
  onTaken(): Promise<unknown>;
};

/** The step of the review that can be taken from where a question stands, and the way to the queue for reviewers. */
export function ReviewActions({ stored, isDirty, isWorking, onTaken }: ReviewActionsProps) {
  const t = useText('questions');
  const call = useCall();
  const may = useMay();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [isTaking, setTaking] = useState(false);
  const { documentId, status } = stored;
  const step = STEP_AT[status](stored);
  if (step === null || !may(WRITE)) return null;

  const take = async () => {
    setTaking(true);
    try {
      await call(takeReviewStep, { params: { documentId }, body: { step } });
      toggleNotification({ type: 'success', message: t(`review.taken-${step}`) });
      await onTaken();
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    } finally {
      setTaking(false);
    }
  };
  return (
    <>
      <Button
        variant={step === 'send' && !may(PUBLISH) ? 'default' : 'secondary'}
        loading={isTaking}
        disabled={isDirty || isWorking}
        title={isDirty ? t('review.save-first') : undefined}
        onClick={() => void take()}
      >
        {t(`review.take-${step}`)}
      </Button>
      {status === 'inReview' && may(PUBLISH) ? (
        <LinkButton variant="secondary" tag={Link} to={`${HOME}/review?question=${documentId}`}>
          {t('review.to-queue')}
        </LinkButton>
      ) : null}
    </>
  );
}
