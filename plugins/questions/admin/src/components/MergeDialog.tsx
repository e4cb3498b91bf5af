import { SearchableSelect, useText } from '@lyceum/core/admin';
import { Field, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FormDialog } from './FormDialog.tsx';

export type MergeDialogProps = {
  /** What goes away. */
  name: string;
  /** Questions that will move. */
  questions: number;
  /** What it may go into. */
  targets: readonly { value: string; label: string }[];
  /** Carries the merge out; its refusal is shown here. */
  onMerge(into: string): Promise<void>;
  onClose(): void;
};

/** Asks what a topic, exam type or skill is merged into, and says what will happen. */
export function MergeDialog({ name, questions, targets, onMerge, onClose }: MergeDialogProps) {
  const t = useText('questions');
  const [into, setInto] = useState<string | null>(null);
  return (
    <FormDialog
      title={t('merge.title', { name })}
      action={t('merge.action')}
      isComplete={into !== null}
      isDangerous
      onSave={async () => {
        if (into !== null) await onMerge(into);
      }}
      onClose={onClose}
    >
      <Field.Root name="merge-into" required>
        <Field.Label>{t('merge.into')}</Field.Label>
        <SearchableSelect label={t('merge.into')} options={targets} value={into} onChange={setInto} />
      </Field.Root>
      <Typography>{t('merge.text', { name, count: questions })}</Typography>
    </FormDialog>
  );
}
