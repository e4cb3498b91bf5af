import { useText } from '@lyceum/core/admin';
import { Button } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import { useState } from 'react';
import { type SetMember, SHARE_MAX_QUESTIONS } from '../../../../contract/index.ts';
import { ShareDialog } from '../question/preview/ShareDialog.tsx';

/** Shares the questions of a set, as it finds them now, for review. */
export function ShareSet({ members, isDirty }: { members: readonly SetMember[]; isDirty: boolean }) {
  const t = useText('questions');
  const [isOpen, setOpen] = useState(false);
  const ids = members.slice(0, SHARE_MAX_QUESTIONS).map(({ documentId }) => documentId);
  return (
    <>
      <Button
        variant="tertiary"
        startIcon={<ExternalLink />}
        disabled={isDirty || ids.length === 0}
        onClick={() => setOpen(true)}
      >
        {t('share.button')}
      </Button>
      {isOpen ? <ShareDialog documentIds={ids} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
