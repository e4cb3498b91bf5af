import { Notice, PageFrame, useCall, useDownload, useProblemText, useText, Wizard } from '@lyceum/core/admin';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { downloadTemplate, IMPORT, uploadImport, uploadImportMedia } from '../../../../contract/index.ts';
import { useBankSettings } from '../../api/use-bank-settings.ts';
import { FileInput } from '../../components/FileInput.tsx';
import { HOME } from '../../plugin-id.ts';
import { stepsFor } from './steps.ts';

/** Kinds of files by their names; what is inside decides on the server. */
const ACCEPTED = '.csv,.tsv,.xlsx,.json,.gift,.txt,.aiken,.xml,.zip,.imscc';
const TEMPLATES = ['csv', 'xlsx', 'json'] as const;

type FilePickProps = { label: string; hint: string; accept: string; isRequired: boolean; onPick(file: File | null): void };

function FilePick({ label, hint, accept, isRequired, onPick }: FilePickProps) {
  return (
    <Field.Root required={isRequired} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <FileInput label={label} accept={accept} onPick={onPick} />
      <Field.Hint />
    </Field.Root>
  );
}

/** First step of an import: the file, images for it, and templates for whoever has no file yet. */
export function UploadPage() {
  const t = useText('questions');
  const call = useCall();
  const download = useDownload();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const settings = useBankSettings();
  const [file, setFile] = useState<File | null>(null);
  const [media, setMedia] = useState<File | null>(null);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const send = async () => {
    if (!file) return;
    setSending(true);
    setError(null);
    try {
      const { id } = await call(uploadImport, { files: { file } });
      try {
        if (media) await call(uploadImportMedia, { params: { id }, files: { file: media } });
      } catch (refused) {
        // The file is there; the ZIP can be given again on the next step.
        toggleNotification({ type: 'warning', message: t('upload.media-refused', { reason: problemText(refused) }) });
      }
      navigate(`${HOME}/imports/${id}/read`, { replace: true });
    } catch (refused) {
      setError(problemText(refused));
      setSending(false);
    }
  };
  const take = (format: (typeof TEMPLATES)[number], example: boolean) =>
    download(
      downloadTemplate,
      { query: { format, example: String(example) } },
      `questions-${example ? 'example' : 'template'}.${format}`,
    ).catch((refused: unknown) => toggleNotification({ type: 'danger', message: problemText(refused) }));

  return (
    <PageFrame
      title={t('import.title')}
      subtitle={t('import.subtitle')}
      permission={IMPORT}
      navigationAction={<BackButton fallback={`${HOME}/imports`} />}
    >
      <Wizard
        steps={stepsFor('csv').map((key) => ({ key, title: t(`step.${key}`) }))}
        current="upload"
        onGoTo={() => undefined}
        next={{ label: t('upload.next'), onPress: () => void send(), isDisabled: file === null, isLoading: isSending }}
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          {error ? (
            <Notice tone="danger" title={t('upload.refused')}>
              {error}
            </Notice>
          ) : null}
          <FilePick
            label={t('upload.file')}
            hint={t('upload.file-hint', { megabytes: settings.importFileMb, rows: settings.importRows })}
            accept={ACCEPTED}
            isRequired
            onPick={setFile}
          />
          <FilePick
            label={t('upload.media')}
            hint={t('upload.media-hint', { megabytes: settings.imageMb, audio: settings.audioMb })}
            accept=".zip"
            isRequired={false}
            onPick={setMedia}
          />
          <Box>
            <Typography variant="delta" tag="h2">
              {t('upload.templates')}
            </Typography>
            <Typography tag="p" textColor="neutral600" paddingTop={1}>
              {t('upload.templates-hint')}
            </Typography>
            <Flex gap={2} wrap="wrap" paddingTop={3}>
              {[false, true].flatMap((example) =>
                TEMPLATES.map((format) => (
                  <Button
                    key={`${format}-${example}`}
                    variant="tertiary"
                    startIcon={<Download />}
                    onClick={() => void take(format, example)}
                  >
                    {t(example ? 'upload.example' : 'upload.template', { format: format.toUpperCase() })}
                  </Button>
                )),
              )}
            </Flex>
          </Box>
        </Flex>
      </Wizard>
    </PageFrame>
  );
}
