import { useText, WorkList } from '@lyceum/core/admin';
import { Badge, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { type ExportRow, FIDELITIES, listExportRows, type QuestionExport } from '../../../../contract/index.ts';
import { Losses } from '../../components/Losses.tsx';
import { oneLine } from '../../components/one-line.ts';
import { HOME } from '../../plugin-id.ts';

const TONES = { kept: 'success', approximated: 'secondary', leftOut: 'warning' } as const satisfies Record<
  ExportRow['fidelity'],
  string
>;

/** Each question of an export with what its format kept, changed or left out. */
export function ExportRows({ one }: { one: QuestionExport }) {
  const t = useText('questions');
  return (
    <WorkList<ExportRow>
      endpoint={listExportRows}
      params={{ id: one.id }}
      name="export-rows"
      filters={[
        {
          name: 'fidelity',
          label: t('loss.title'),
          options: FIDELITIES.map((value) => ({ value, label: t(`fidelity.${value}`) })),
        },
      ]}
      rowId={(row) => String(row.number)}
      rowName={(row) => row.code}
      columns={[
        {
          key: 'code',
          header: t('field.code'),
          cell: (row) => (
            <TextLink tag={Link} to={`${HOME}/bank/${row.documentId}`}>
              {row.code}
            </TextLink>
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
          key: 'fidelity',
          header: t('loss.title'),
          cell: (row) => (
            <Badge variant={TONES[row.fidelity]}>{t(row.isWritten ? `fidelity.${row.fidelity}` : 'fidelity.not-written')}</Badge>
          ),
        },
        { key: 'losses', header: t('loss.what'), cell: (row) => <Losses losses={row.losses} /> },
      ]}
      empty={{ text: t('report.empty') }}
    />
  );
}
