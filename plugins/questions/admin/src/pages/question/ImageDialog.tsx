import { useProblemText, useText } from '@lyceum/core/admin';
import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState } from 'react';
import { FileInput } from '../../components/FileInput.tsx';

type Stored = { url: string };

/** Names in Markdown brackets must not end the brackets. */
const inBrackets = (text: string) =>
  text
    .replace(/[[\]\\]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();

/** Puts a picture into the media library and its Markdown into the text; what it shows must be said in words. */
export function ImageDialog({ onInsert, onClose }: { onInsert(markdown: string): void; onClose(): void }) {
  const t = useText('questions');
  const problemText = useProblemText();
  const { post } = useFetchClient();
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const send = async () => {
    if (!file) return;
    setSending(true);
    setError(null);
    const form = new FormData();
    form.set('files', file, file.name);
    form.set('fileInfo', JSON.stringify({ name: file.name, alternativeText: alt.trim(), caption: null, folder: null }));
    try {
      const { data } = await post<Stored[]>('/upload', form);
      const [stored] = data;
      if (!stored) throw new Error(t('image.failed'));
      onInsert(`![${inBrackets(alt)}](${new URL(stored.url, window.location.origin).pathname})`);
    } catch (refused) {
      setError(problemText(refused));
      setSending(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('image.insert')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Field.Root name="image-file" required hint={t('image.kinds')}>
              <Field.Label>{t('image.file')}</Field.Label>
              <FileInput
                label={t('image.file')}
                accept="image/png,image/jpeg,image/gif,image/webp,image/svg+xml"
                onPick={setFile}
              />
              <Field.Hint />
            </Field.Root>
            <Field.Root name="image-alt" required hint={t('image.alt-hint')}>
              <Field.Label>{t('image.alt')}</Field.Label>
              <Field.Input
                value={alt}
                dir="auto"
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setAlt(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            {error ? (
              <Typography role="alert" textColor="danger600">
                {error}
              </Typography>
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button disabled={!file || alt.trim() === ''} loading={isSending} onClick={() => void send()}>
            {t('image.insert')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
