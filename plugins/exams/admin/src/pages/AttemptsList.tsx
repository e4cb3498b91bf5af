import { useCall, useDates, useLoaded, useText, WorkList } from '@lyceum/core/admin';
import { Badge, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { ATTEMPT_STATES, type AttemptRow, listAttempts, listExams } from '../../../contract/index.ts';
import { clockTime } from '../parts/clock-time.ts';

const BADGE = { running: 'warning', scored: 'success', voided: 'danger' } as const;

/** Attempts of all learners: who runs now, who passed, what was voided [E-20]. */
export function AttemptsList() {
  const t = useText('exams');
  const { dateTime } = useDates();
  const navigate = useNavigate();
  const call = useCall();
  const exams = useLoaded(() => call(listExams, { query: { pageSize: 200, sort: 'title' } }), []);
  return (
    <WorkList<AttemptRow>
      endpoint={listAttempts}
      name="exam-attempts"
      fixed={{}}
      searchLabel={t('attempts.search')}
      filters={[
        {
          name: 'exam',
          label: t('attempts.exam'),
          isSearchable: true,
          options: (exams.value?.rows ?? []).map((exam) => ({ value: exam.id, label: exam.title })),
        },
        {
          name: 'state',
          label: t('attempts.state'),
          options: ATTEMPT_STATES.map((state) => ({ value: state, label: t(`attempts.state.${state}`) })),
        },
        {
          name: 'waiting',
          label: t('attempts.waiting'),
          options: [
            { value: 'true', label: t('attempts.waiting-yes') },
            { value: 'false', label: t('attempts.waiting-no') },
          ],
        },
        {
          name: 'passed',
          label: t('attempts.outcome'),
          options: [
            { value: 'true', label: t('attempts.passed') },
            { value: 'false', label: t('attempts.failed') },
          ],
        },
      ]}
      rowId={(attempt) => attempt.id}
      rowName={(attempt) => `${attempt.learner.name} ${attempt.exam.title}`}
      onOpen={(attempt) => navigate(`attempts/${attempt.id}`)}
      columns={[
        {
          key: 'learner',
          header: t('attempts.learner'),
          cell: (one) => <Typography fontWeight="bold">{one.learner.name || one.learner.email}</Typography>,
        },
        { key: 'exam', header: t('attempts.exam'), cell: (one) => <Typography>{one.exam.title}</Typography> },
        { key: 'number', header: t('attempts.number'), cell: (one) => <Typography>{one.number}</Typography> },
        {
          key: 'state',
          header: t('attempts.state'),
          cell: (one) =>
            one.pendingMarks > 0 ? (
              <Badge variant="warning">{t('attempts.waits', { count: one.pendingMarks })}</Badge>
            ) : (
              <Badge variant={BADGE[one.state]}>{t(`attempts.state.${one.state}`)}</Badge>
            ),
        },
        {
          key: 'startedAt',
          header: t('attempts.started'),
          sort: 'startedAt',
          cell: (one) => <Typography>{dateTime(one.startedAt)}</Typography>,
        },
        {
          key: 'left',
          header: t('attempts.left'),
          cell: (one) => <Typography>{one.secondsLeft === null ? '–' : clockTime(one.secondsLeft)}</Typography>,
        },
        {
          key: 'percent',
          header: t('attempts.percent'),
          sort: 'percent',
          cell: (one) => (
            <Typography>
              {one.percent === null ? '–' : `${Math.round(one.percent)} %`}
              {one.passed === null ? '' : ` · ${one.passed ? t('attempts.passed') : t('attempts.failed')}`}
            </Typography>
          ),
        },
      ]}
      empty={{ text: t('attempts.empty') }}
    />
  );
}
