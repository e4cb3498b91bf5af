import { useCall, useText } from '@lyceum/core/admin';
import { Box, Checkbox, Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { z } from 'zod';
import { EXPORT_AT_ONCE, EXPORT_FORMATS, type ExportChoice, type ExportFormat, startExport } from '../../../../contract/index.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { HOME } from '../../plugin-id.ts';

export type ExportDialogProps = {
  /** Questions that were ticked, or the filter that finds them. */
  choice: z.input<typeof ExportChoice>;
  /** How many they are, where it is known. */
  count: number | null;
  onClose(): void;
};

/** Formats that always hold the images and audio of their questions. */
const HOLDING = new Set<ExportFormat>(['moodle-xml', 'qti']);

/** Asks for format and media, and opens the page of the export with its progress, file and loss report. */
export function ExportDialog({ choice, count, onClose }: ExportDialogProps) {
  const t = useText('questions');
  const call = useCall();
  const navigate = useNavigate();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [withMedia, setWithMedia] = useState(false);

  const send = async () => {
    const { id } = await call(startExport, { body: { choice, format, withMedia: withMedia && !HOLDING.has(format) } });
    navigate(`${HOME}/exports/${id}`);
  };

  return (
    <FormDialog
      title={count === null ? t('export.title') : t('export.title-count', { count })}
      action={t('export.start')}
      isComplete
      onSave={send}
      onClose={onClose}
    >
      <Field.Root hint={t(`export.hint-${format}`)}>
        <Field.Label>{t('export.format')}</Field.Label>
        <SingleSelect
          aria-label={t('export.format')}
          value={format}
          onChange={(value: string | number) => setFormat(value as ExportFormat)}
        >
          {EXPORT_FORMATS.map((value) => (
            <SingleSelectOption key={value} value={value}>
              {t(`format.${value}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      {HOLDING.has(format) ? (
        <Typography textColor="neutral600">{t('export.holds-media')}</Typography>
      ) : (
        <Box>
          <Checkbox checked={withMedia} onCheckedChange={(is: boolean | 'indeterminate') => setWithMedia(is === true)}>
            {t('export.with-media')}
          </Checkbox>
        </Box>
      )}
      {count !== null && count > EXPORT_AT_ONCE ? <Typography textColor="neutral600">{t('export.as-job')}</Typography> : null}
    </FormDialog>
  );
}
