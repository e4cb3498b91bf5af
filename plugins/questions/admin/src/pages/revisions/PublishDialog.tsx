import { Notice, useCall, useLoaded, useText } from '@lyceum/core/admin';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { type KeyImpact, keyImpact } from '../../../../contract/index.ts';

/** A refusal that asked for a reason, with what it said. */
export type ReasonAsked = { readonly count: number; readonly attempts: number };

export type PublishDialogProps = {
  documentIds: readonly KeyImpact['documentId'][];
  /** Set once the server refused a publish for want of a reason. */
  asked: ReasonAsked | null;
  isWorking: boolean;
  onPublish(note: string | undefined): void;
  onClose(): void;
};

const MAX_NOTE = 500;

function Impact({ changes, asked }: { changes: readonly KeyImpact[]; asked: ReasonAsked | null }) {
  const t = useText('questions');
  const attempts = changes.length > 0 ? changes.reduce((sum, one) => sum + one.attempts, 0) : (asked?.attempts ?? 0);
  const uses = [...new Set(changes.flatMap((one) => one.uses))];
  return (
    <Notice tone="warning" title={t('publish.key-changes', { count: changes.length || (asked?.count ?? 1) })}>
      <Typography tag="p">{t('publish.attempts', { count: attempts })}</Typography>
      {uses.length > 0 ? <Typography tag="p">{t('publish.uses', { uses: uses.join(', ') })}</Typography> : null}
      <Typography tag="p">{t('publish.scores-stay')}</Typography>
    </Notice>
  );
}

/** Before a publish: a note for the list of versions, and, where a used question gets another key, how many attempts that would change and why it is done. */
export function PublishDialog({ documentIds, asked, isWorking, onPublish, onClose }: PublishDialogProps) {
  const t = useText('questions');
  const call = useCall();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  // A failed look says nothing: the server asks for the reason all the same.
  const { value, isLoading } = useLoaded(
    async () => (documentIds.length > 0 ? call(keyImpact, { body: { documentIds: [...documentIds] } }) : { changes: [] }),
    [documentIds.join()],
  );
  const changes = value?.changes ?? [];
  const needsReason = changes.length > 0 || asked !== null;
  const publish = () => {
    if (needsReason && note.trim() === '') setMissing(true);
    else onPublish(note.trim() || undefined);
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('publish.title', { count: Math.max(1, documentIds.length) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {needsReason ? <Impact changes={changes} asked={asked} /> : null}
            <Field.Root
              name="note"
              required={needsReason}
              error={isMissing && note.trim() === '' ? t('publish.reason-missing') : false}
              hint={needsReason ? t('publish.reason-hint') : t('publish.note-hint')}
            >
              <Field.Label>{t(needsReason ? 'publish.reason' : 'publish.note')}</Field.Label>
              <Textarea
                value={note}
                maxLength={MAX_NOTE}
                onChange={(event: { target: { value: string } }) => setNote(event.target.value)}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('publish.cancel')}
          </Button>
          <Button loading={isWorking} disabled={isLoading} onClick={publish}>
            {t('publish.action')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
