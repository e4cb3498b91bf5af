import { type AllOf, type BulkAction, useCall, useMay, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { type BulkKind, copyQuestion, PUBLISH, type QuestionRow, WRITE } from '../../../../contract/index.ts';
import type { SelectionInput } from './bulk-draft.ts';

export type Asked = { readonly kind: BulkKind | 'change'; readonly selection: SelectionInput };

/** Questions to be taken out as a file. */
export type Leaving = {
  readonly choice: { documentIds: string[] } | { filter: Readonly<Record<string, string>> };
  readonly count: number | null;
};

export type BankActions = {
  readonly actions: readonly BulkAction<QuestionRow>[];
  /** The action whose dialog is open. */
  readonly asked: Asked | null;
  /** Closes the dialog; done: the ticks go. */
  answer(isDone: boolean): void;
};

/** Ticked rows, or everything the filters find, as the server takes it. */
const selectionOf = (rows: readonly QuestionRow[], all: AllOf | undefined): SelectionInput =>
  all ? { filter: all.filter } : { documentIds: rows.map(({ documentId }) => documentId) };

/** What can be done with ticked questions; the dialog of each says first what would happen. */
export function useBankActions(onCopied: (documentId: string) => void, onExport: (leaving: Leaving) => void): BankActions {
  const t = useText('questions');
  const call = useCall();
  const may = useMay();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [asked, setAsked] = useState<Asked | null>(null);
  const resolve = useRef<(isDone: boolean) => void>();

  const ask = (kind: Asked['kind'], variant?: 'danger-light'): BulkAction<QuestionRow> => ({
    label: t(kind === 'change' ? 'do.change' : `do.${kind}`),
    ...(variant ? { variant } : {}),
    run: (rows, all) =>
      new Promise<boolean | undefined>((done) => {
        resolve.current = done;
        setAsked({ kind, selection: selectionOf(rows, all) });
      }),
  });

  const copy: BulkAction<QuestionRow> = {
    label: t('do.copy'),
    run: async (rows, all) => {
      const [row] = rows;
      if (!row || rows.length > 1 || all) {
        toggleNotification({ type: 'info', message: t('do.copy-one') });
        return false;
      }
      try {
        const made = await call(copyQuestion, { params: { documentId: row.documentId } });
        toggleNotification({ type: 'success', message: t('do.copied', { code: made.code }) });
        onCopied(made.documentId);
        return true;
      } catch (error) {
        toggleNotification({ type: 'danger', message: problemText(error) });
        return false;
      }
    },
  };

  const takeOut: BulkAction<QuestionRow> = {
    label: t('do.export'),
    run: async (rows, all) => {
      onExport(
        all
          ? { choice: { filter: all.filter }, count: all.total }
          : { choice: { documentIds: rows.map(({ documentId }) => documentId) }, count: rows.length },
      );
      return false;
    },
  };

  const isWriter = may(WRITE);
  const isPublisher = isWriter && may(PUBLISH);
  return {
    actions: isWriter
      ? [
          ask('change'),
          ask('sendToReview'),
          ...(isPublisher ? [ask('publish'), ask('archive'), ask('backToDraft')] : []),
          copy,
          takeOut,
          ask('delete', 'danger-light'),
        ]
      : [takeOut],
    asked,
    answer: (isDone) => {
      setAsked(null);
      resolve.current?.(isDone);
    },
  };
}
