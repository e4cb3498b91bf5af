import { Notice, useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Loader, Modal, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type DuplicatePair, type MergePlan, type PairSide, planMerge } from '../../../../contract/index.ts';

export type MergeDialogProps = {
  pair: DuplicatePair;
  isWorking: boolean;
  onMerge(keep: PairSide): void;
  onClose(): void;
};

/** Published before draft: learners' exams hold the published one. */
const better = ({ a, b }: DuplicatePair): PairSide => (a.status !== 'published' && b.status === 'published' ? b : a);

function Effects({ plan }: { plan: MergePlan }) {
  const t = useText('questions');
  const lines = [
    plan.tags.length > 0 ? t('duplicates-merge.tags', { tags: plan.tags.join(', ') }) : null,
    plan.furtherTopics.length > 0 ? t('duplicates-merge.topics', { topics: plan.furtherTopics.join(', ') }) : null,
    plan.examTypes > 0 ? t('duplicates-merge.exam-types', { count: plan.examTypes }) : null,
    t('duplicates-merge.archived', { merged: plan.merged.code, kept: plan.kept.code }),
    plan.uses.length > 0 ? t('duplicates-merge.uses', { uses: plan.uses.join(', ') }) : null,
  ].filter((line) => line !== null);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-live="polite">
      <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
        {lines.map((line) => (
          <Typography key={line} tag="li" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Typography>
        ))}
      </Box>
      {plan.canBeUndone ? (
        <Typography textColor="neutral600">{t('duplicates-merge.can-be-undone')}</Typography>
      ) : (
        <Notice tone="warning" title={t('duplicates-merge.cannot-be-undone')} />
      )}
    </Flex>
  );
}

/** Which of the two is kept, and what will happen, said before it does. */
export function MergeDialog({ pair, isWorking, onMerge, onClose }: MergeDialogProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const [keep, setKeep] = useState(() => better(pair).documentId);
  const plan = useLoaded(() => call(planMerge, { params: { id: pair.id }, query: { keep } }), [pair.id, keep]);
  const kept = keep === pair.a.documentId ? pair.a : pair.b;
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('duplicates-merge.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Radio.Group
              aria-label={t('duplicates-merge.which')}
              value={keep}
              onValueChange={(id: string) => setKeep(id === pair.a.documentId ? pair.a.documentId : pair.b.documentId)}
            >
              <Typography fontWeight="bold">{t('duplicates-merge.which')}</Typography>
              {[pair.a, pair.b].map((side) => (
                <Box key={side.documentId} paddingTop={3}>
                  <Radio.Item value={side.documentId}>
                    {`${side.code} · ${t(`status.${side.status}`)}${side.topicPath ? ` · ${side.topicPath}` : ''}`}
                  </Radio.Item>
                </Box>
              ))}
            </Radio.Group>
            {plan.error ? (
              <Notice tone="danger" title={problemText(plan.error)} />
            ) : plan.value ? (
              <Effects plan={plan.value} />
            ) : (
              <Loader>{t('form.loading')}</Loader>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('duplicates-merge.cancel')}
          </Button>
          <Button loading={isWorking} disabled={plan.value === null || plan.isLoading} onClick={() => onMerge(kept)}>
            {t('duplicates-merge.action', { kept: kept.code })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
