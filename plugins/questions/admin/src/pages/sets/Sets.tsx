import { PageFrame, useDates, useMay, useText, WorkList } from '@lyceum/core/admin';
import { Badge, Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { listSets, type QuestionSet, READ, SET_KINDS, WRITE } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

/** Sets of questions, each with how many published questions it has now. */
export function Sets() {
  const t = useText('questions');
  const { dateTime } = useDates();
  const navigate = useNavigate();
  const mayWrite = useMay()(WRITE);
  const add = mayWrite ? (
    <Button startIcon={<Plus />} onClick={() => navigate(`${HOME}/sets/new`)}>
      {t('sets.new')}
    </Button>
  ) : undefined;
  return (
    <PageFrame title={t('sets.title')} subtitle={t('sets.subtitle')} permission={READ} primaryAction={add}>
      <WorkList<QuestionSet>
        endpoint={listSets}
        name="questions-sets"
        searchLabel={t('sets.search')}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onOpen={({ id }) => navigate(`${HOME}/sets/${id}`)}
        filters={[
          {
            name: 'kind',
            label: t('sets.kind'),
            options: SET_KINDS.map((kind) => ({ value: kind, label: t(`sets.kind-${kind}`) })),
          },
        ]}
        columns={[
          {
            key: 'name',
            header: t('sets.name'),
            sort: 'name',
            cell: ({ name }) => (
              <Typography fontWeight="bold">
                <bdi>{name}</bdi>
              </Typography>
            ),
          },
          {
            key: 'kind',
            header: t('sets.kind'),
            cell: ({ content }) => <Typography>{t(`sets.kind-${content.kind}`)}</Typography>,
          },
          {
            key: 'published',
            header: t('sets.published'),
            cell: ({ asked, published }) => (
              <Badge variant={published < asked ? 'warning' : 'success'}>{t('sets.of-asked', { published, asked })}</Badge>
            ),
          },
          { key: 'owner', header: t('sets.owner'), cell: ({ owner }) => <Typography>{owner ?? '–'}</Typography> },
          {
            key: 'updatedAt',
            header: t('field.updated'),
            sort: 'updatedAt',
            cell: ({ updatedAt }) => <Typography>{dateTime(updatedAt)}</Typography>,
          },
        ]}
        empty={{ text: t('sets.empty'), action: add }}
      />
    </PageFrame>
  );
}
