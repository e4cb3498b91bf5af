import { useCall, useDates, useLoaded, useMay, useProblemText, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Badge, Box, Flex, Grid, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import {
  type CareCode,
  dismissCare,
  getFigures,
  type OptionFigures,
  PUBLISH,
  type RevisionFigures,
} from '../../../../contract/index.ts';
import { OpenReports } from '../reports/OpenReports.tsx';
import { FlagList } from './FlagList.tsx';

export type FiguresProps = {
  documentId: DocumentId;
  /** Ids of the right options of what is stored, to mark them. */
  right: readonly string[];
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const decimal = (value: number): string => value.toFixed(2);

function Figure({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <Flex direction="column" alignItems="start" gap={1}>
      <Typography variant="sigma" textColor="neutral600">
        {label}
      </Typography>
      <Typography variant="beta" tag="p">
        {value}
      </Typography>
      {note ? (
        <Typography variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ) : null}
    </Flex>
  );
}

function Options({ options, right }: { options: readonly OptionFigures[]; right: readonly string[] }) {
  const t = useText('questions');
  const heads = ['option', 'chosen', 'share', 'of-best'] as const;
  return (
    <Table colCount={heads.length} rowCount={options.length + 1}>
      <Thead>
        <Tr>
          {heads.map((head) => (
            <Th key={head}>
              <Typography variant="sigma">{t(`figures.${head}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {options.map(({ id, count, share, discrimination }) => (
          <Tr key={id}>
            <Td>
              <Flex gap={2}>
                <Typography fontWeight="bold">{id.toUpperCase()}</Typography>
                {right.includes(id) ? <Badge active>{t('figures.right')}</Badge> : null}
              </Flex>
            </Td>
            <Td>
              <Typography>{count}</Typography>
            </Td>
            <Td>
              <Flex gap={2}>
                <Box
                  background="neutral200"
                  hasRadius
                  style={{ inlineSize: '10rem', blockSize: '0.8rem', overflow: 'hidden' }}
                  aria-hidden
                >
                  <Box
                    background={right.includes(id) ? 'success500' : 'neutral500'}
                    style={{ inlineSize: `${share * 100}%`, blockSize: '100%' }}
                  />
                </Box>
                <Typography>{percent(share)}</Typography>
              </Flex>
            </Td>
            <Td>
              <Typography>{discrimination === null ? '–' : decimal(discrimination)}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

type VersionProps = {
  figures: RevisionFigures;
  right: readonly string[];
  dismissed: readonly CareCode[];
  onDismiss: ((flag: CareCode, dismissed: boolean) => void) | undefined;
};

function Version({ figures, right, dismissed, onDismiss }: VersionProps) {
  const t = useText('questions');
  const dates = useDates();
  const { difficulty, discrimination } = figures;
  const interval = (low: string, high: string) => t('figures.interval', { low, high });
  return (
    <Flex
      tag="section"
      direction="column"
      alignItems="stretch"
      gap={4}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
    >
      <Flex justifyContent="space-between" wrap="wrap" gap={2}>
        <Typography variant="delta" tag="h3">
          {t('figures.version', { number: figures.number })}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('figures.counted', { when: dates.dateTime(figures.countedAt) })}
        </Typography>
      </Flex>
      <Grid.Root gap={4}>
        {[
          { label: t('figures.times'), value: String(figures.times) },
          {
            label: t('figures.correct'),
            value: percent(difficulty.value),
            note: interval(percent(difficulty.low), percent(difficulty.high)),
          },
          discrimination === null
            ? { label: t('figures.discrimination'), value: '–', note: t('figures.unknown') }
            : {
                label: t('figures.discrimination'),
                value: decimal(discrimination.value),
                note: interval(decimal(discrimination.low), decimal(discrimination.high)),
              },
          { label: t('figures.time'), value: t('figures.seconds', { count: figures.meanSec }) },
          { label: t('figures.omitted'), value: percent(figures.omitted) },
        ].map((figure) => (
          <Grid.Item key={figure.label} col={2} s={6} xs={12} direction="column" alignItems="stretch">
            <Figure {...figure} />
          </Grid.Item>
        ))}
      </Grid.Root>
      {figures.flags.length > 0 ? (
        <FlagList flags={figures.flags} dismissed={dismissed} {...(onDismiss ? { onDismiss } : {})} />
      ) : null}
      {figures.options.length > 0 ? <Options options={figures.options} right={right} /> : null}
    </Flex>
  );
}

/** What real attempts say about a question, version by version. */
export function Figures({ documentId, right }: FiguresProps) {
  const t = useText('questions');
  const call = useCall();
  const mayPublish = useMay()(PUBLISH);
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { value, error, reload } = useLoaded(() => call(getFigures, { params: { documentId } }), [documentId]);
  const dismiss = async (flag: CareCode, dismissed: boolean) => {
    try {
      await call(dismissCare, { params: { documentId }, body: { flag, dismissed } });
      if (dismissed) toggleNotification({ type: 'info', message: t('care.dismissed') });
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
    reload();
  };
  if (error) return <Typography textColor="danger600">{problemText(error)}</Typography>;
  if (value === null) return <Loader>{t('form.loading')}</Loader>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <OpenReports documentId={documentId} count={value.openReports} />
      {value.rows.length === 0 ? (
        <Typography textColor="neutral600">{t('figures.none')}</Typography>
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {t('figures.help')}
        </Typography>
      )}
      {value.rows.map((figures, at) => (
        <Version
          key={figures.number}
          figures={figures}
          right={right}
          dismissed={at === 0 ? value.dismissed : []}
          onDismiss={at === 0 && mayPublish ? (flag, dismissed) => void dismiss(flag, dismissed) : undefined}
        />
      ))}
    </Flex>
  );
}
