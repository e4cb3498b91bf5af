import { useCall, useLoaded, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { getQuestion, listReviewSteps, PUBLISH, type QuestionRow } from '../../../../contract/index.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { HOME } from '../../plugin-id.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { LearnersView } from './LearnersView.tsx';
import { ReviewSteps } from './ReviewSteps.tsx';

export type ReviewPanelProps = {
  row: QuestionRow;
  onDecided(): void;
};

/** One question that waits: what it is, how learners see it, what was said about it, and the decision. */
export function ReviewPanel({ row, onDecided }: ReviewPanelProps) {
  const t = useText('questions');
  const call = useCall();
  const may = useMay();
  const problemText = useProblemText();
  const difficultyLabel = useDifficultyLabel();
  const { documentId } = row;
  const { value, error, reload } = useLoaded(
    async () => ({
      question: await call(getQuestion, { params: { documentId } }),
      steps: (await call(listReviewSteps, { params: { documentId } })).rows,
    }),
    [documentId, row.updatedAt],
  );
  if (error)
    return <EmptyStateLayout content={problemText(error)} action={<Button onClick={reload}>{t('duplicates.retry')}</Button>} />;
  if (!value) return <Loader>{t('form.loading')}</Loader>;
  const { question, steps } = value;
  return (
    <Flex direction="column" alignItems="stretch" gap={5} tag="section" aria-label={row.code}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box>
          <Typography variant="beta" tag="h2" style={{ overflowWrap: 'anywhere' }}>
            {question.code}
          </Typography>
          <Typography textColor="neutral600" dir="auto">
            {[t(`type.${question.type}`), question.topicPath, difficultyLabel(question.difficulty)].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        <Flex gap={2} wrap="wrap">
          {question.version > 0 ? (
            <LinkButton variant="tertiary" tag={Link} to={`${HOME}/bank/${documentId}?tab=revisions`}>
              {t('review.compare')}
            </LinkButton>
          ) : null}
          <LinkButton variant="tertiary" tag={Link} to={`${HOME}/bank/${documentId}`}>
            {t('review.open')}
          </LinkButton>
        </Flex>
      </Flex>
      <LearnersView question={question} />
      {steps.length > 0 ? <ReviewSteps rows={steps} /> : null}
      {may(PUBLISH) && row.mayChange ? (
        <DecisionForm question={question} onDecided={onDecided} />
      ) : (
        <Typography textColor="neutral600">{t('review.no-right')}</Typography>
      )}
    </Flex>
  );
}
