import { Notice, useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Box, Button, Checkbox, Field, Flex, Loader, Modal, NumberInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { createShareLink, listShareLinks, SHARE_MAX_DAYS } from '../../../../../contract/index.ts';
import { LiveLinks } from './LiveLinks.tsx';
import { NewLink } from './NewLink.tsx';

export type ShareDialogProps = {
  /** At least one; all of them stand behind one link. */
  documentIds: readonly string[];
  onClose(): void;
};

/** Makes links that show questions to people without an account, and lists those that still open. */
export function ShareDialog({ documentIds, onClose }: ShareDialogProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const ids = documentIds as readonly DocumentId[];
  const [id] = ids;
  const isSet = ids.length > 1;
  const links = useLoaded(() => call(listShareLinks, { params: { documentId: id as DocumentId } }), [call, id]);
  const [note, setNote] = useState('');
  const [days, setDays] = useState<number | undefined>(undefined);
  const [withAnswers, setWithAnswers] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const life = days ?? links.value?.defaultDays;

  const make = async () => {
    setMaking(true);
    setError(null);
    try {
      const body = { documentIds: [...ids], withAnswers, note: note.trim(), ...(life === undefined ? {} : { days: life }) };
      const { path } = await call(createShareLink, { body });
      setAddress(new URL(path, window.location.origin).href);
      links.reload();
    } catch (refused) {
      setError(refused);
    } finally {
      setMaking(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('share.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography textColor="neutral600">{t('share.explain')}</Typography>
            {error || links.error ? <Notice tone="danger" title={problemText(error ?? links.error)} /> : null}
            {address ? <NewLink address={address} /> : null}
            <Flex gap={4} alignItems="start" wrap="wrap">
              <Box flex="1 1 22rem">
                <Field.Root name="share-note" hint={t('share.note-hint')}>
                  <Field.Label>{t('share.note')}</Field.Label>
                  <Field.Input
                    value={note}
                    maxLength={120}
                    dir="auto"
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => setNote(event.target.value)}
                  />
                  <Field.Hint />
                </Field.Root>
              </Box>
              <Box width="12rem">
                <Field.Root name="share-days">
                  <Field.Label>{t('share.days')}</Field.Label>
                  <NumberInput
                    value={life}
                    min={1}
                    max={SHARE_MAX_DAYS}
                    step={1}
                    onValueChange={(value: number | undefined) =>
                      setDays(value === undefined ? undefined : Math.min(SHARE_MAX_DAYS, Math.max(1, Math.round(value))))
                    }
                  />
                </Field.Root>
              </Box>
            </Flex>
            <Checkbox checked={withAnswers} onCheckedChange={(checked: boolean) => setWithAnswers(checked === true)}>
              {t('share.with-answers')}
            </Checkbox>
            <Box>
              <Button loading={isMaking} onClick={() => void make()}>
                {t('share.make')}
              </Button>
            </Box>
            {links.value ? (
              <LiveLinks
                rows={links.value.rows.filter(({ questionCount }) => !isSet || questionCount > 1)}
                onWithdrawn={links.reload}
                onError={setError}
              />
            ) : links.error ? null : (
              <Loader small>{t('form.loading')}</Loader>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('form.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
