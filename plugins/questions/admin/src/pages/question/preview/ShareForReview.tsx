import { useMay, useText } from '@lyceum/core/admin';
import { Button } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { useState } from 'react';
import { WRITE } from '../../../../../contract/index.ts';
import { ShareDialog } from './ShareDialog.tsx';

/** Opens the links of a stored question. */
export function ShareForReview({ documentId }: { documentId: string }) {
  const t = useText('questions');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may(WRITE)) return null;
  return (
    <>
      <Button variant="tertiary" startIcon={<ExternalLink />} onClick={() => setOpen(true)}>
        {t('share.button')}
      </Button>
      {isOpen ? <ShareDialog documentIds={[documentId]} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
