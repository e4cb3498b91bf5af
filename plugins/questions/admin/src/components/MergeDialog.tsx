import { SearchableSelect, useProblemText, useText } from '@lyceum/core/admin';
import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';

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
  const problemText = useProblemText();
  const [into, setInto] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const merge = async () => {
    if (into === null) return;
    setWorking(true);
    setError(null);
    try {
      await onMerge(into);
    } catch (refused) {
      setError(problemText(refused));
      setWorking(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('merge.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="merge-into" required>
              <Field.Label>{t('merge.into')}</Field.Label>
              <SearchableSelect label={t('merge.into')} options={targets} value={into} onChange={setInto} />
            </Field.Root>
            <Typography>{t('merge.text', { name, count: questions })}</Typography>
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
          <Button variant="danger" disabled={into === null} loading={isWorking} onClick={() => void merge()}>
            {t('merge.action')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
