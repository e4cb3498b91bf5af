import { AdminProblem, type BulkAction, useCall, useConfirm, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import {
  archiveQuestions,
  type BulkReport,
  deleteQuestion,
  PUBLISH,
  publishQuestions,
  type QuestionRow,
  WRITE,
} from '../../../../contract/index.ts';

/** What could not be done, question by question. */
export type BulkOutcome = BulkReport & {
  readonly action: 'publish' | 'archive' | 'delete';
  readonly reasons: Readonly<Record<string, string>>;
};

type Bulk = {
  actions: readonly BulkAction<QuestionRow>[];
  dialog: ReactNode;
  report: BulkOutcome | null;
  forget(): void;
  /** Grows when something was done. */
  version: number;
};

/** Publish, archive and delete for ticked rows; what follows is said once before. */
export function useBulkActions(): Bulk {
  const t = useText('questions');
  const call = useCall();
  const may = useMay();
  const problemText = useProblemText();
  const { confirm, dialog } = useConfirm();
  const { toggleNotification } = useNotification();
  const [report, setReport] = useState<BulkOutcome | null>(null);
  const [version, setVersion] = useState(0);

  const tell = (outcome: BulkOutcome) => {
    const key = outcome.failed.length > 0 ? 'warning' : 'success';
    toggleNotification({
      type: key,
      message: t(`bulk.${outcome.action}-done`, {
        done: outcome.done,
        unchanged: outcome.unchanged,
        failed: outcome.failed.length,
      }),
    });
    setReport(outcome.failed.length > 0 ? outcome : null);
    setVersion((old) => old + 1);
  };

  const run = async (
    action: BulkOutcome['action'],
    rows: readonly QuestionRow[],
    work: () => Promise<BulkReport & { reasons?: Record<string, string> }>,
  ) => {
    const count = rows.length;
    const yes = await confirm({
      title: t(`bulk.${action}-title`, { count }),
      text: t(`bulk.${action}-text`, { count }),
      action: t(`bulk.${action}-title`, { count }),
      isDangerous: action === 'delete',
    });
    if (!yes) return false;
    try {
      const done = await work();
      tell({ ...done, reasons: done.reasons ?? {}, action });
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
      return false;
    }
  };

  const deleteAll = async (rows: readonly QuestionRow[]) => {
    const failed: BulkReport['failed'] = [];
    const reasons: Record<string, string> = {};
    for (const { documentId, code } of rows) {
      try {
        await call(deleteQuestion, { params: { documentId } });
      } catch (error) {
        if (!(error instanceof AdminProblem)) throw error;
        failed.push({ documentId, code, messages: [] });
        reasons[documentId] = problemText(error);
      }
    }
    return { done: rows.length - failed.length, unchanged: 0, failed, reasons };
  };

  const idsOf = (rows: readonly QuestionRow[]) => rows.map(({ documentId }) => documentId);
  const publish: BulkAction<QuestionRow> = {
    label: t('bulk.publish'),
    run: (rows) =>
      run('publish', rows, () => call(publishQuestions, { body: { documentIds: idsOf(rows), acceptWarnings: true } })),
  };
  const archive: BulkAction<QuestionRow> = {
    label: t('bulk.archive'),
    run: (rows) => run('archive', rows, () => call(archiveQuestions, { body: { documentIds: idsOf(rows) } })),
  };
  const remove: BulkAction<QuestionRow> = {
    label: t('bulk.delete'),
    variant: 'danger-light',
    run: (rows) => run('delete', rows, () => deleteAll(rows)),
  };

  return {
    actions: [...(may(PUBLISH) ? [publish, archive] : []), ...(may(WRITE) ? [remove] : [])],
    dialog,
    report,
    forget: () => setReport(null),
    version,
  };
}
