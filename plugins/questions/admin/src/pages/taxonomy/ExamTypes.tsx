import { PageFrame, useCall, useLoaded, useMay, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Button, EmptyStateLayout, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import {
  createExamType,
  deleteExamType,
  type ExamType,
  listExamTypes,
  mergeExamType,
  READ,
  updateExamType,
  WRITE,
} from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { MergeDialog } from '../../components/MergeDialog.tsx';
import { ExamTypeDialog } from './ExamTypeDialog.tsx';
import { NamedTable } from './NamedTable.tsx';
import { useTaxonomyPage } from './use-taxonomy-page.ts';

/** The exams that questions are meant for, each with the weights of its topics. */
export function ExamTypes() {
  const t = useText('questions');
  const call = useCall();
  const mayWrite = useMay()(WRITE);
  const { value: rows, error, reload } = useLoaded(async () => (await call(listExamTypes)).rows, []);
  const { value: topics } = useTopics();
  const page = useTaxonomyPage<ExamType>(reload, ({ documentId }) => call(deleteExamType, { params: { documentId } }));
  const { dialog } = page;
  const add = mayWrite ? (
    <Button startIcon={<Plus />} onClick={() => page.open({ kind: 'new' })}>
      {t('exam-type.new')}
    </Button>
  ) : undefined;
  const merge = async (from: ExamType, into: string) => {
    const params = { documentId: from.documentId };
    page.merged((await call(mergeExamType, { params, body: { into: into as DocumentId } })).moved);
  };

  return (
    <PageFrame
      title={t('exam-type.title')}
      subtitle={t('exam-type.subtitle')}
      permission={READ}
      primaryAction={add}
      error={error}
    >
      {rows === null ? (
        error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : rows.length === 0 ? (
        <EmptyStateLayout content={t('exam-type.empty')} action={add} />
      ) : (
        <NamedTable
          rows={rows}
          columns={[
            { name: 'code', label: t('exam-type.code'), cell: ({ code }) => <Typography fontWeight="bold">{code}</Typography> },
            { name: 'name', label: t('exam-type.name'), cell: ({ name }) => <Typography>{name}</Typography> },
            {
              name: 'blueprint',
              label: t('exam-type.blueprint'),
              cell: ({ blueprint }) => (
                <Typography textColor="neutral600">{t('exam-type.lines', { count: blueprint.length })}</Typography>
              ),
            },
          ]}
          filter="examType"
          onChange={(row) => page.open({ kind: 'change', row })}
          onMerge={(row) => page.open({ kind: 'merge', row })}
          onDelete={(row) => void page.remove(row)}
        />
      )}
      {dialog?.kind === 'new' ? (
        <ExamTypeDialog
          topics={topics ?? []}
          onSave={async (body) => {
            await call(createExamType, { body });
            page.done();
          }}
          onClose={page.close}
        />
      ) : null}
      {dialog?.kind === 'change' ? (
        <ExamTypeDialog
          examType={dialog.row}
          topics={topics ?? []}
          onSave={async (body) => {
            await call(updateExamType, { params: { documentId: dialog.row.documentId }, body });
            page.done();
          }}
          onClose={page.close}
        />
      ) : null}
      {dialog?.kind === 'merge' ? (
        <MergeDialog
          name={dialog.row.name}
          questions={dialog.row.questions}
          targets={(rows ?? [])
            .filter((row) => row !== dialog.row)
            .map((row) => ({ value: row.documentId, label: `${row.code}: ${row.name}` }))}
          onMerge={(into) => merge(dialog.row, into)}
          onClose={page.close}
        />
      ) : null}
      {page.question}
    </PageFrame>
  );
}
