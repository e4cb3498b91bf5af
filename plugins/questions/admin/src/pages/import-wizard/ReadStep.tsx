import { useCall, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type FileDescription, type ImportBatch, type SourceChoice, uploadImportMedia } from '../../../../contract/index.ts';
import { FileInput } from '../../components/FileInput.tsx';
import { KindsTable } from './KindsTable.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SourceFields } from './SourceFields.tsx';

export type ReadStepProps = {
  batch: ImportBatch;
  description: FileDescription;
  isReading: boolean;
  onChoose(source: SourceChoice): void;
  onMedia(): void;
};

/** How the file was read; what was detected can be changed, and the first rows show whether it is right. */
export function ReadStep({ batch, description, isReading, onChoose, onMedia }: ReadStepProps) {
  const t = useText('questions');
  const { source, sheets, format, items } = description;

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <Typography variant="delta" tag="h2">
          {items
            ? t('items.found', { count: description.rowCount })
            : t('read.found', { rows: description.rowCount, columns: description.headers.length })}
        </Typography>
        <Typography tag="p" textColor="neutral600" paddingTop={1}>
          {t(items ? 'items.hint' : format === 'csv' ? 'read.hint' : 'read.hint-sheet')}
        </Typography>
      </Box>
      <SourceFields format={format} source={source} sheets={sheets} isReading={isReading} onChoose={onChoose} />
      {isReading ? (
        <Loader small>{t('read.reading')}</Loader>
      ) : items ? (
        <KindsTable items={items} />
      ) : (
        <SampleTable description={description} />
      )}
      {description.hasAddresses ? <Typography textColor="neutral600">{t('read.addresses')}</Typography> : null}
      <MediaPart batch={batch} onMedia={onMedia} />
    </Flex>
  );
}

/** What is in the ZIP; another one may take its place. */
function MediaPart({ batch, onMedia }: Pick<ReadStepProps, 'batch' | 'onMedia'>) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const [state, setState] = useState<{ isSending: boolean; error: string | null }>({ isSending: false, error: null });
  const { media } = batch;

  const send = async (file: File | null) => {
    if (!file) return;
    setState({ isSending: true, error: null });
    try {
      await call(uploadImportMedia, { params: { id: batch.id }, files: { file } });
      setState({ isSending: false, error: null });
      onMedia();
    } catch (refused) {
      setState({ isSending: false, error: problemText(refused) });
    }
  };
  return (
    <Box>
      <Typography variant="delta" tag="h2">
        {t('read.media')}
      </Typography>
      <Typography tag="p" paddingTop={1} textColor="neutral600">
        {media ? t('read.media-found', { name: media.name, count: media.usable.length }) : t('read.no-media')}
      </Typography>
      {media && media.usable.length > 0 ? (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {media.usable.slice(0, 20).join(', ')}
          {media.usable.length > 20 ? ` … +${media.usable.length - 20}` : ''}
        </Typography>
      ) : null}
      {media?.refused.map(({ name, code }) => (
        <Typography key={name} tag="p" textColor="danger600">
          {t('read.media-refused', { name, reason: t(`media.${code}`) })}
        </Typography>
      ))}
      {state.error ? (
        <Typography tag="p" role="alert" textColor="danger600">
          {state.error}
        </Typography>
      ) : null}
      <Flex direction="column" alignItems="start" gap={1} paddingTop={4} maxWidth="48rem">
        <Typography variant="pi" fontWeight="bold">
          {t(media ? 'read.media-replace' : 'read.media-add')}
        </Typography>
        <FileInput
          label={t(media ? 'read.media-replace' : 'read.media-add')}
          accept=".zip"
          isDisabled={state.isSending}
          onPick={(file) => void send(file)}
        />
        {state.isSending ? <Loader small>{t('form.loading')}</Loader> : null}
      </Flex>
    </Box>
  );
}
