import { useCall, useText } from '@lyceum/core/admin';
import { Field, NumberInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { uploadMedia } from '../../../../contract/index.ts';
import { FileInput } from '../../components/FileInput.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NameField } from '../taxonomy/NameField.tsx';
import { isAudio, mediaMarkdown } from './media-markdown.ts';

const ACCEPTED = 'image/png,image/jpeg,image/webp,image/svg+xml,audio/mpeg,audio/ogg,audio/wav,audio/mp4,.mp3,.ogg,.wav,.m4a';
const LABEL_LENGTH = 500;

/** Stores an image or audio file and puts its Markdown into the text; what it shows or says must be told in words. */
export function MediaDialog({ onInsert, onClose }: { onInsert(markdown: string): void; onClose(): void }) {
  const t = useText('questions');
  const call = useCall();
  const { toggleNotification } = useNotification();
  const [file, setFile] = useState<File | null>(null);
  const [label, setLabel] = useState('');
  const [plays, setPlays] = useState<number | undefined>(undefined);
  const isSound = file !== null && isAudio(file);

  const send = async () => {
    if (!file) return;
    const stored = await call(uploadMedia, { files: { file } });
    if (!stored.isNew) toggleNotification({ type: 'info', message: t('media.reused') });
    onInsert(mediaMarkdown(stored, label, plays));
  };
  return (
    <FormDialog
      title={t('media.insert')}
      isComplete={file !== null && label.trim() !== '' && (plays === undefined || (plays >= 1 && plays <= 99))}
      action={t('media.do-insert')}
      onSave={send}
      onClose={onClose}
    >
      <Field.Root name="media-file" required hint={t('media.kinds')}>
        <Field.Label>{t('media.choose')}</Field.Label>
        <FileInput label={t('media.choose')} accept={ACCEPTED} onPick={setFile} />
        <Field.Hint />
      </Field.Root>
      <NameField
        name="media-label"
        label={isSound ? t('media.label') : t('media.alt')}
        hint={isSound ? t('media.label-hint') : t('media.alt-hint')}
        value={label}
        maxLength={LABEL_LENGTH}
        onChange={setLabel}
      />
      {isSound ? (
        <Field.Root name="media-plays" hint={t('media.plays-hint')}>
          <Field.Label>{t('media.plays')}</Field.Label>
          <NumberInput value={plays} onValueChange={(next: number | undefined) => setPlays(next || undefined)} />
          <Field.Hint />
        </Field.Root>
      ) : null}
    </FormDialog>
  );
}
