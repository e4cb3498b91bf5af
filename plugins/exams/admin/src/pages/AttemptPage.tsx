import { PageFrame, useCall, useDates, useLoaded, useMay, usePolling, useProblemText, useText } from '@lyceum/core/admin';
import { Badge, Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { type AttemptDetail, addTime, EXAM_PERMISSIONS, getAttempt, voidAttempt } from '../../../contract/index.ts';
import { AttemptFacts } from '../attempt/AttemptFacts.tsx';
import { AttemptItems } from '../attempt/AttemptItems.tsx';
import { MarkingPart } from '../attempt/MarkingPart.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';

/** One attempt: live while it runs, with time to add; every item with what was given and what is right [E-20]. */
export function AttemptPage() {
  const t = useText('exams');
  const call = useCall();
  const may = useMay();
  const { dateTime } = useDates();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { attemptId = '' } = useParams();
  const params = { attemptId: attemptId as AttemptDetail['id'] };
  const [asking, setAsking] = useState<'time' | 'void' | null>(null);
  const { value: attempt, error, reload } = useLoaded(() => call(getAttempt, { params }), [attemptId]);
  usePolling(reload, 5_000, attempt?.state === 'running' && asking === null);

  const settle = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toggleNotification({ type: 'success', message: done });
      setAsking(null);
      reload();
    } catch (problem) {
      toggleNotification({ type: 'danger', message: problemText(problem) });
    }
  };

  return (
    <PageFrame
      title={attempt ? `${attempt.learner.name || attempt.learner.email} · ${attempt.exam.title}` : t('attempt.title')}
      subtitle={attempt ? `${t('attempts.number')} ${attempt.number} · ${attempt.learner.email}` : ''}
      permission={EXAM_PERMISSIONS.readAttempts}
      navigationAction={<BackButton fallback="/plugins/exams?tab=attempts" />}
      error={error}
      primaryAction={
        attempt ? (
          <Flex gap={2}>
            {attempt.state === 'running' && attempt.deadlineAt && may(EXAM_PERMISSIONS.extendAttempts) ? (
              <Button variant="secondary" onClick={() => setAsking('time')}>
                {t('attempt.add-time')}
              </Button>
            ) : null}
            {attempt.state !== 'voided' && may(EXAM_PERMISSIONS.voidAttempts) ? (
              <Button variant="danger-light" onClick={() => setAsking('void')}>
                {t('attempt.void')}
              </Button>
            ) : null}
          </Flex>
        ) : undefined
      }
    >
      {attempt ? (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
            <Box paddingBottom={4}>
              <Badge>{t(`attempts.state.${attempt.state}`)}</Badge>
            </Box>
            <AttemptFacts attempt={attempt} />
            {attempt.pendingMarks > 0 ? (
              <Typography tag="p" textColor="warning600">
                {t('attempt.provisional', { count: attempt.pendingMarks })}
              </Typography>
            ) : null}
            {attempt.voided ? (
              <Typography textColor="danger600">
                {t('attempt.voided', { at: dateTime(attempt.voided.at), reason: attempt.voided.reason })}
              </Typography>
            ) : null}
            {attempt.late.map((late) => (
              <Typography key={late.receivedAt} tag="p" textColor="warning600">
                {t('attempt.late', { at: dateTime(late.receivedAt), items: late.items.join(', ') })}
              </Typography>
            ))}
            {attempt.grants.map((grant) => (
              <Typography key={`${grant.at}-${grant.kind}`} tag="p" textColor="neutral600">
                {t(`attempt.grant-${grant.kind}`, {
                  at: dateTime(grant.at),
                  count: grant.kind === 'time' ? Math.round(grant.amount / 60) : grant.amount,
                  reason: grant.reason,
                })}
              </Typography>
            ))}
          </Box>
          <MarkingPart attempt={attempt} onMarked={reload} />
          <AttemptItems items={attempt.items} isEnded={attempt.state !== 'running'} />
        </Flex>
      ) : (
        <Loader />
      )}
      {asking === 'time' ? (
        <ReasonDialog
          title={t('attempt.add-time')}
          text={t('attempt.add-time-text')}
          action={t('attempt.add-time')}
          withMinutes
          onClose={() => setAsking(null)}
          onGo={(reason, minutes) =>
            settle(
              () => call(addTime, { params, body: { seconds: minutes * 60, reason } }),
              t('attempt.time-added', { count: minutes }),
            )
          }
        />
      ) : null}
      {asking === 'void' ? (
        <ReasonDialog
          title={t('attempt.void')}
          text={t('attempt.void-text')}
          action={t('attempt.void')}
          isDangerous
          onClose={() => setAsking(null)}
          onGo={(reason) => settle(() => call(voidAttempt, { params, body: { reason } }), t('attempt.voided-now'))}
        />
      ) : null}
    </PageFrame>
  );
}
