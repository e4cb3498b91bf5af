import { PageFrame, useCall, useMay, useProblemText, useText, WorkList } from '@lyceum/core/admin';
import { Box, Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { CARE_CODES, type CareRow, listCare, PUBLISH, READ, recountFigures } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';
import { FlagList } from './FlagList.tsx';

/** Questions whose figures stand out, worst first, each with the reason in plain words. */
export function Care() {
  const t = useText('questions');
  const call = useCall();
  const navigate = useNavigate();
  const mayPublish = useMay()(PUBLISH);
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();

  const recount = async () => {
    try {
      await call(recountFigures);
      toggleNotification({ type: 'info', message: t('care.recounting') });
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
  };
  return (
    <PageFrame
      title={t('care.title')}
      subtitle={t('care.subtitle')}
      permission={READ}
      primaryAction={
        mayPublish ? (
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={() => void recount()}>
            {t('care.recount')}
          </Button>
        ) : undefined
      }
    >
      <WorkList<CareRow>
        endpoint={listCare}
        name="questions-care"
        rowId={({ documentId }) => documentId}
        rowName={({ code }) => code}
        onOpen={({ documentId }) => navigate(`${HOME}/bank/${documentId}?tab=statistics`)}
        filters={[
          {
            name: 'flag',
            label: t('care.flag'),
            options: CARE_CODES.map((code) => ({ value: code, label: t(`care.short-${code}`) })),
          },
        ]}
        columns={[
          { key: 'code', header: t('field.code'), cell: ({ code }) => <Typography fontWeight="bold">{code}</Typography> },
          {
            key: 'stem',
            header: t('field.stem'),
            cell: ({ stemStart }) => (
              <Box maxWidth="32rem">
                <Typography ellipsis tag="p" dir="auto">
                  {stemStart}
                </Typography>
              </Box>
            ),
          },
          { key: 'flags', header: t('care.flag'), cell: ({ flags }) => <FlagList flags={flags} /> },
          { key: 'times', header: t('care.times'), cell: ({ times }) => <Typography>{times}</Typography> },
          {
            key: 'difficulty',
            header: t('care.difficulty'),
            cell: ({ difficulty }) => <Typography>{Math.round(difficulty * 100)} %</Typography>,
          },
          {
            key: 'discrimination',
            header: t('care.discrimination'),
            cell: ({ discrimination }) => <Typography>{discrimination === null ? '–' : discrimination.toFixed(2)}</Typography>,
          },
        ]}
        empty={{ text: t('care.empty') }}
      />
    </PageFrame>
  );
}
