import { useCall, useConfirm, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

type Dialog<Row> = { kind: 'new' } | { kind: 'change'; row: Row } | { kind: 'merge'; row: Row };

/** What the pages of exam types and skills do alike: dialogs, deleting after a question, and saying what was done. */
export function useTaxonomyPage<Row extends { name: string; questions: number }>(
  reload: () => void,
  remove: (row: Row) => Promise<unknown>,
) {
  const t = useText('questions');
  const problemText = useProblemText();
  const { confirm, dialog: question } = useConfirm();
  const { toggleNotification } = useNotification();
  const [dialog, setDialog] = useState<Dialog<Row> | null>(null);

  const done = () => {
    setDialog(null);
    reload();
  };
  return {
    call: useCall(),
    dialog,
    question,
    open: setDialog,
    close: () => setDialog(null),
    done,
    merged(count: number) {
      done();
      toggleNotification({ type: 'success', message: t('merge.done', { count }) });
    },
    async remove(row: Row) {
      const yes = await confirm({
        title: t('exam-type.delete-title', { name: row.name }),
        text: t('exam-type.delete-text'),
        action: t('bulk.delete'),
        isDangerous: true,
      });
      if (!yes) return;
      try {
        await remove(row);
      } catch (refused) {
        toggleNotification({ type: 'danger', message: problemText(refused) });
      }
      reload();
    },
  };
}
