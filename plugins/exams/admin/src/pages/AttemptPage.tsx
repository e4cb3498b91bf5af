import { PageFrame, useCall, useDates, useLoaded, useMay, usePolling, useProblemText, useText } from '@lyceum/core/admin';
import { Badge, Box, Button, Flex, Grid, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { type AttemptDetail, addTime, EXAM_PERMISSIONS, getAttempt, voidAttempt } from '../../../contract/index.ts';
import { clockTime } from '../parts/clock-time.ts';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';

function Facts({ attempt }: { attempt: AttemptDetail }) {
  const t = useText('exams');
  const { dateTime } = useDates();
  const facts: [string, string][] = [
    [t('attempts.started'), dateTime(attempt.startedAt)],
    [t('attempt.ended'), dateTime(attempt.endedAt)],
    [t('attempt.deadline'), dateTime(attempt.deadlineAt)],
    [t('attempts.left'), attempt.secondsLeft === null ? '–' : clockTime(attempt.secondsLeft)],
    [
      t('attempts.percent'),
      attempt.score ? `${Math.round(attempt.score.percent)} % (${attempt.score.points} / ${attempt.score.pointsMax})` : '–',
    ],
    [t('attempt.extra'), attempt.extraSec === 0 ? '–' : t('minutes', { count: Math.round(attempt.extraSec / 60) })],
    [t('attempt.take-overs'), String(attempt.takeOvers)],
    [t('attempt.last-saved'), dateTime(attempt.lastSavedAt)],
  ];
  return (
    <Grid.Root gap={4}>
      {facts.map(([label, value]) => (
        <Grid.Item key={label} col={3} s={6} xs={12} direction="column" alignItems="start">
          <Typography textColor="neutral600">{label}</Typography>
          <Typography fontWeight="bold">{value}</Typography>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}

function Items({ items }: { items: AttemptDetail['items'] }) {
  const t = useText('exams');
  const mark = (ratio: number | null) =>
    ratio === null
      ? '–'
      : ratio === 1
        ? `✓ ${t('attempt.right-mark')}`
        : ratio === 0
          ? `✗ ${t('attempt.wrong-mark')}`
          : `${Math.round(ratio * 100)} %`;
  return (
    <Table colCount={6} rowCount={items.length + 1}>
      <Thead>
        <Tr>
          {['#', t('attempt.question'), t('attempt.given'), t('attempt.right'), t('attempt.time'), t('attempt.mark')].map(
            (head) => (
              <Th key={head}>
                <Typography variant="sigma">{head}</Typography>
              </Th>
            ),
          )}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={item.item}>
            <Td>
              <Typography>{`${item.item}${item.flagged ? ' ⚑' : ''}`}</Typography>
            </Td>
            <Td>
              <Box maxWidth="34rem" style={{ whiteSpace: 'normal' }}>
                {/* Rendered and cleaned by the one renderer of the platform. */}
                <Typography tag="div" dangerouslySetInnerHTML={{ __html: item.stemHtml }} />
                <Typography variant="pi" textColor="neutral600">{`${item.code} · ${item.topicName}`}</Typography>
              </Box>
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'normal' }}>{item.given ?? t('attempt.blank')}</Typography>
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'normal' }}>{item.right}</Typography>
            </Td>
            <Td>
              <Typography>{clockTime(item.secondsSpent)}</Typography>
            </Td>
            <Td>
              <Typography>{mark(item.ratio)}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

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
            <Facts attempt={attempt} />
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
          <Items items={attempt.items} />
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
