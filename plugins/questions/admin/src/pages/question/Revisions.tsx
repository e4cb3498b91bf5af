import { useCall, useConfirm, useLoaded, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { Box, EmptyStateLayout, Loader, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { listRevisions, type Question, type RevisionRow, restoreRevision, WRITE } from '../../../../contract/index.ts';
import { RevisionList } from '../revisions/RevisionList.tsx';
import { VersionCompare } from '../revisions/VersionCompare.tsx';

export type RevisionsProps = {
  stored: Pick<Question, 'documentId' | 'version' | 'modified' | 'updatedAt'>;
  /** Unsaved changes would be lost by a restore. */
  isDirty: boolean;
  /** The draft is an old version now. */
  onRestored(question: Question): void;
};

/** Every published version with who made it and what changed; any two side by side; an old one back as the draft. */
export function Revisions({ stored, isDirty, onRestored }: RevisionsProps) {
  const t = useText('questions');
  const call = useCall();
  const may = useMay();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { confirm, dialog } = useConfirm();
  const [params, setParams] = useSearchParams();
  const { documentId, version, modified, updatedAt } = stored;
  const { value, error } = useLoaded(() => call(listRevisions, { params: { documentId } }), [documentId, version]);
  if (error) return <EmptyStateLayout content={problemText(error)} />;
  if (!value) return <Loader>{t('form.loading')}</Loader>;
  if (value.rows.length === 0) return <EmptyStateLayout content={t('revision.empty')} />;
  const hasDraft = modified || isDirty;

  const restore = async ({ number }: RevisionRow) => {
    const yes = await confirm({
      title: t('revisions.restore-title', { number }),
      text: t(hasDraft ? 'revisions.restore-loses' : 'revisions.restore-text'),
      action: t('revisions.restore'),
      isDangerous: hasDraft,
    });
    if (!yes) return;
    try {
      onRestored(await call(restoreRevision, { params: { documentId, number }, body: { ifUpdatedAt: updatedAt } }));
      toggleNotification({ type: 'success', message: t('revisions.restored', { number }) });
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
  };
  const compare = ({ number }: RevisionRow) =>
    setParams(
      (old) => {
        const fresh = new URLSearchParams(old);
        fresh.set('right', String(number));
        fresh.set('left', String(value.rows[value.rows.findIndex((row) => row.number === number) + 1]?.number ?? number));
        return fresh;
      },
      { replace: true },
    );
  return (
    <Box>
      <Typography tag="p" textColor="neutral600" paddingBottom={4}>
        {t('revision.hint')}
      </Typography>
      <RevisionList
        rows={value.rows}
        shown={params.get('right')}
        onCompare={compare}
        onRestore={may(WRITE) ? (row) => void restore(row) : null}
      />
      {value.rows.length > 1 || modified ? (
        <Box paddingTop={8}>
          <VersionCompare
            documentId={documentId}
            numbers={value.rows.map(({ number }) => number)}
            hasDraft={modified}
            updatedAt={updatedAt}
          />
        </Box>
      ) : null}
      {dialog}
    </Box>
  );
}
