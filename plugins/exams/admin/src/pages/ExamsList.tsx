import { useDates, useText, WorkList } from '@lyceum/core/admin';
import { Badge, LinkButton, Typography } from '@strapi/design-system';
import { NavLink, useNavigate } from 'react-router-dom';
import { EXAM_KINDS, EXAM_STATUSES, type ExamRow, listExams } from '../../../contract/index.ts';

const BADGE = { draft: 'secondary', published: 'success', changed: 'alternative' } as const;

/** All exams with their state and how many people sit them now. */
export function ExamsList() {
  const t = useText('exams');
  const { dateTime } = useDates();
  const navigate = useNavigate();
  return (
    <WorkList<ExamRow>
      endpoint={listExams}
      name="exams"
      searchLabel={t('list.search')}
      filters={[
        { name: 'kind', label: t('field.kind'), options: EXAM_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })) },
        {
          name: 'status',
          label: t('field.status'),
          options: EXAM_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
        },
      ]}
      rowId={(exam) => exam.id}
      rowName={(exam) => exam.title}
      onOpen={(exam) => navigate(exam.id)}
      columns={[
        {
          key: 'title',
          header: t('field.title'),
          sort: 'title',
          cell: (exam) => <Typography fontWeight="bold">{exam.title}</Typography>,
        },
        { key: 'kind', header: t('field.kind'), cell: (exam) => <Typography>{t(`kind.${exam.kind}`)}</Typography> },
        {
          key: 'status',
          header: t('field.status'),
          cell: (exam) => <Badge variant={BADGE[exam.status]}>{t(`status.${exam.status}`)}</Badge>,
        },
        { key: 'items', header: t('field.questions'), cell: (exam) => <Typography>{exam.itemCount}</Typography> },
        {
          key: 'time',
          header: t('field.time'),
          cell: (exam) => (
            <Typography>
              {exam.timeLimitSec === null ? '–' : t('minutes', { count: Math.round(exam.timeLimitSec / 60) })}
            </Typography>
          ),
        },
        { key: 'attempts', header: t('field.attempts'), cell: (exam) => <Typography>{exam.attempts}</Typography> },
        { key: 'running', header: t('field.running'), cell: (exam) => <Typography>{exam.running}</Typography> },
        {
          key: 'updatedAt',
          header: t('field.updated'),
          sort: 'updatedAt',
          cell: (exam) => <Typography>{dateTime(exam.updatedAt)}</Typography>,
        },
      ]}
      empty={{
        text: t('list.empty'),
        action: (
          <LinkButton tag={NavLink} to="new">
            {t('home.new')}
          </LinkButton>
        ),
      }}
    />
  );
}
