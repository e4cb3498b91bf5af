import { PageFrame, useCall, useLoaded, useMay, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Button, EmptyStateLayout, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import {
  createSkill,
  deleteSkill,
  listSkills,
  mergeSkill,
  READ,
  renameSkill,
  type Skill,
  TEXT_LIMITS,
  WRITE,
} from '../../../../contract/index.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { MergeDialog } from '../../components/MergeDialog.tsx';
import { NamedTable } from './NamedTable.tsx';
import { NameField } from './NameField.tsx';
import { useTaxonomyPage } from './use-taxonomy-page.ts';

type SkillDialogProps = { skill?: Skill; onSave(name: string): Promise<void>; onClose(): void };

function SkillDialog({ skill, onSave, onClose }: SkillDialogProps) {
  const t = useText('questions');
  const [name, setName] = useState(skill?.name ?? '');
  return (
    <FormDialog
      title={skill ? t('skill.change') : t('skill.new')}
      isComplete={name.trim() !== ''}
      onSave={() => onSave(name.trim())}
      onClose={onClose}
    >
      <NameField name="skill-name" label={t('skill.name')} value={name} maxLength={TEXT_LIMITS.topicName} onChange={setName} />
    </FormDialog>
  );
}

/** What questions ask for beside their topic. */
export function Skills() {
  const t = useText('questions');
  const call = useCall();
  const mayWrite = useMay()(WRITE);
  const { value: rows, error, reload } = useLoaded(async () => (await call(listSkills)).rows, []);
  const page = useTaxonomyPage<Skill>(reload, ({ documentId }) => call(deleteSkill, { params: { documentId } }));
  const { dialog } = page;
  const add = mayWrite ? (
    <Button startIcon={<Plus />} onClick={() => page.open({ kind: 'new' })}>
      {t('skill.new')}
    </Button>
  ) : undefined;
  const merge = async (from: Skill, into: string) => {
    const params = { documentId: from.documentId };
    page.merged((await call(mergeSkill, { params, body: { into: into as DocumentId } })).moved);
  };

  return (
    <PageFrame title={t('skill.title')} subtitle={t('skill.subtitle')} permission={READ} primaryAction={add} error={error}>
      {rows === null ? (
        error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : rows.length === 0 ? (
        <EmptyStateLayout content={t('skill.empty')} action={add} />
      ) : (
        <NamedTable
          rows={rows}
          columns={[{ name: 'name', label: t('skill.name'), cell: ({ name }) => <Typography>{name}</Typography> }]}
          filter="skill"
          onChange={(row) => page.open({ kind: 'change', row })}
          onMerge={(row) => page.open({ kind: 'merge', row })}
          onDelete={(row) => void page.remove(row)}
        />
      )}
      {dialog?.kind === 'new' ? (
        <SkillDialog
          onSave={async (name) => {
            await call(createSkill, { body: { name } });
            page.done();
          }}
          onClose={page.close}
        />
      ) : null}
      {dialog?.kind === 'change' ? (
        <SkillDialog
          skill={dialog.row}
          onSave={async (name) => {
            await call(renameSkill, { params: { documentId: dialog.row.documentId }, body: { name } });
            page.done();
          }}
          onClose={page.close}
        />
      ) : null}
      {dialog?.kind === 'merge' ? (
        <MergeDialog
          name={dialog.row.name}
          questions={dialog.row.questions}
          targets={(rows ?? []).filter((row) => row !== dialog.row).map((row) => ({ value: row.documentId, label: row.name }))}
          onMerge={(into) => merge(dialog.row, into)}
          onClose={page.close}
        />
      ) : null}
      {page.question}
    </PageFrame>
  );
}
