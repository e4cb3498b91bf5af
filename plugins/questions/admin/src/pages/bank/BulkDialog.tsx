import { useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Field, Flex, Loader, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  BULK_AT_ONCE,
  type BulkKind,
  type BulkPreview,
  type BulkRun,
  previewBulk,
  startBulk,
  type Topic,
} from '../../../../contract/index.ts';
import { ActionFields } from './ActionFields.tsx';
import { actionOf, type Change, EMPTY_DRAFT, type SelectionInput } from './bulk-draft.ts';
import type { ListOptions } from './filter-fields.ts';
import { PreviewReport } from './PreviewReport.tsx';
import { useValueNames } from './use-value-names.ts';

export type BulkDialogProps = {
  selection: SelectionInput;
  /** The action, or `change` for one that is chosen here. */
  kind: BulkKind | 'change';
  topics: readonly Topic[];
  options: ListOptions | null;
  onStarted(run: BulkRun): void;
  onClose(): void;
};

/** Longest note of a version. */
const NOTE_LENGTH = 500;

/** Whether warnings can be accepted here, and whether there are any. */
const hasWarnings = ({ blocked }: BulkPreview) => blocked.some(({ reason }) => reason === 'warnings');

/** Shows what an action would do before it is done; very many questions become a job. */
export function BulkDialog({ selection, kind: given, topics, options, onStarted, onClose }: BulkDialogProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [change, setChange] = useState<Change>('addTags');
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [typedNote, setTypedNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const kind = given === 'change' ? change : given;
  const action = actionOf(kind, draft);
  const key = JSON.stringify(action);
  const valueNames = useValueNames(topics, options);
  const loaded = useLoaded<BulkPreview | null>(
    () => (action === null ? Promise.resolve(null) : call(previewBulk, { body: { selection, action } })),
    [key],
  );
  const preview = action === null ? null : loaded.value;
  const takesWarnings = kind === 'publish' || kind === 'sendToReview';

  const start = async () => {
    if (!action) return;
    setIsBusy(true);
    try {
      onStarted(await call(startBulk, { body: { selection, action } }));
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
      setIsBusy(false);
    }
  };

  const isWhole = preview !== null && preview.examined === preview.total;
  const count = preview === null ? 0 : isWhole ? preview.possible : preview.total;
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => (isOpen ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{given === 'change' ? t('do.change') : t(`do.${kind}`)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {given === 'change' ? (
              <ActionFields
                change={change}
                draft={draft}
                topics={topics}
                options={options}
                onChange={(next) => {
                  setChange(next);
                  setDraft(EMPTY_DRAFT);
                }}
                onDraft={(next) => setDraft((old) => ({ ...old, ...next }))}
              />
            ) : (
              <Typography>{t(`do.${kind}-text`)}</Typography>
            )}
            {takesWarnings && (draft.acceptWarnings || (preview && hasWarnings(preview))) ? (
              <Checkbox
                checked={draft.acceptWarnings}
                onCheckedChange={(value: boolean | 'indeterminate') =>
                  setDraft((old) => ({ ...old, acceptWarnings: value === true }))
                }
              >
                {t('do.accept-warnings')}
              </Checkbox>
            ) : null}
            {kind === 'publish' ? (
              <Field.Root name="bulk-note" hint={t('do.note-hint')}>
                <Field.Label>{t('do.note')}</Field.Label>
                <TextInput
                  value={typedNote}
                  maxLength={NOTE_LENGTH}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTypedNote(event.target.value)}
                  onBlur={() => setDraft((old) => ({ ...old, note: typedNote }))}
                />
                <Field.Hint />
              </Field.Root>
            ) : null}
            {loaded.error && action ? <Typography textColor="danger600">{problemText(loaded.error)}</Typography> : null}
            {action !== null && loaded.isLoading && !preview ? (
              <Flex justifyContent="center" padding={4}>
                <Loader>{t('do.looking')}</Loader>
              </Flex>
            ) : null}
            {preview ? (
              <Box aria-busy={loaded.isLoading}>
                <PreviewReport kind={kind} preview={preview} valueNames={valueNames} />
              </Box>
            ) : null}
            {preview && preview.total > BULK_AT_ONCE ? <Typography textColor="neutral600">{t('do.as-job')}</Typography> : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button
            variant={kind === 'delete' ? 'danger' : 'default'}
            disabled={!preview || loaded.isLoading || count === 0}
            loading={isBusy}
            onClick={() => void start()}
          >
            {t('do.start', { action: t(`do.${kind}`), count })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
