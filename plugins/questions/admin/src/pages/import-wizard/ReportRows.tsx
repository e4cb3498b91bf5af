import { useText, WorkList } from '@lyceum/core/admin';
import { Badge, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import {
  FIDELITIES,
  type ImportBatch,
  type ImportRow,
  listImportRows,
  ROW_RESULTS,
  UNDO_RESULTS,
} from '../../../../contract/index.ts';
import { Losses } from '../../components/Losses.tsx';
import { Messages } from '../../components/Messages.tsx';
import { oneLine } from '../../components/one-line.ts';
import { HOME } from '../../plugin-id.ts';
import { fieldText } from '../question/field-text.ts';

const TONES = { created: 'success', updated: 'secondary', skipped: 'neutral', failed: 'danger' } as const satisfies Record<
  ImportRow['result'],
  string
>;

/** Each row of the file with what became of it and why. */
export function ReportRows({ batch }: { batch: ImportBatch }) {
  const t = useText('questions');
  const kind = batch.dryRun ? 'dry-' : '';
  return (
    <WorkList<ImportRow>
      endpoint={listImportRows}
      params={{ id: batch.id }}
      name="import-rows"
      version={batch.run * 10 + (batch.undo?.state === 'finished' ? 1 : 0)}
      filters={[
        {
          name: 'result',
          label: t('report.result'),
          options: ROW_RESULTS.map((value) => ({ value, label: t(`figure.${kind}${value}`) })),
        },
        { name: 'warned', label: t('report.warned'), options: [{ value: 'true', label: t('report.only-warned') }] },
        {
          name: 'fidelity',
          label: t('loss.title'),
          options: FIDELITIES.map((value) => ({ value, label: t(`fidelity.${value}`) })),
        },
        ...(batch.undo
          ? [
              {
                name: 'undo',
                label: t('undo.result'),
                options: UNDO_RESULTS.map((value) => ({ value, label: t(`undo-result.${value}`) })),
              },
            ]
          : []),
      ]}
      rowId={(row) => String(row.number)}
      rowName={(row) => row.code ?? String(row.number)}
      columns={[
        { key: 'number', header: t('report.row'), cell: (row) => <Typography>{row.number}</Typography> },
        {
          key: 'code',
          header: t('field.code'),
          cell: (row) =>
            row.documentId && !batch.dryRun ? (
              <TextLink tag={Link} to={`${HOME}/bank/${row.documentId}`}>
                {row.code ?? '–'}
              </TextLink>
            ) : (
              <Typography fontWeight="bold">{row.code ?? '–'}</Typography>
            ),
        },
        {
          key: 'stem',
          header: t('field.stem'),
          cell: (row) => (
            <Typography ellipsis dir="auto" title={oneLine(row.stemStart)} style={{ display: 'block', maxInlineSize: '32rem' }}>
              {oneLine(row.stemStart)}
            </Typography>
          ),
        },
        {
          key: 'result',
          header: t('report.result'),
          cell: (row) => <Badge variant={TONES[row.result]}>{t(`figure.${kind}${row.result}`)}</Badge>,
        },
        {
          key: 'messages',
          header: t('report.messages'),
          cell: (row) => (
            <>
              {row.undo ? (
                <Badge variant={row.undo.startsWith('kept') ? 'warning' : 'neutral'}>{t(`undo-result.${row.undo}`)}</Badge>
              ) : null}
              <Messages messages={row.messages} fieldName={(field) => fieldText(t, field)} />
              <Losses losses={row.losses} />
            </>
          ),
        },
      ]}
      empty={{ text: t('report.empty') }}
    />
  );
}
