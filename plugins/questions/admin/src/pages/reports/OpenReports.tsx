import { useMay, useText } from '@lyceum/core/admin';
import { Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { MANAGE_REPORTS } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

/** How many reports of a question are open; for who answers them, the way there. */
export function OpenReports({ documentId, count }: { documentId: string; count: number }) {
  const t = useText('questions');
  const may = useMay();
  const text = t('figures.reports', { count });
  if (count === 0 || !may(MANAGE_REPORTS)) return <Typography>{text}</Typography>;
  return (
    <TextLink tag={Link} to={`${HOME}/reports?documentId=${documentId}`}>
      {text}
    </TextLink>
  );
}
