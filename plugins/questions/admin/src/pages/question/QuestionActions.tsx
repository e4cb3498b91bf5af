import { type Confirmation, useCall, useMay, useText } from '@lyceum/core/admin';
import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { getRelatives, PUBLISH, type Question, WRITE } from '../../../../contract/index.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { ReviewActions } from '../review/ReviewActions.tsx';
import { PublishDialog } from '../revisions/PublishDialog.tsx';
import type { QuestionOnScreen } from './use-question.ts';

export type QuestionActionsProps = {
  question: QuestionOnScreen;
  confirm(question: Confirmation): Promise<boolean>;
  /** A new question was stored for the first time. */
  onMade(question: Question): void;
  onRemoved(): void;
};

/** What may be done with the question; what is hard to undo asks first. */
export function QuestionActions({ question, confirm, onMade, onRemoved }: QuestionActionsProps) {
  const t = useText('questions');
  const may = useMay();
  const call = useCall();
  const { stored, isWorking } = question;
  const [isPublishing, setPublishing] = useState(false);
  const isCurrent = !question.isDirty && stored?.status === 'published' && !stored.modified;

  const made = async (act: () => Promise<Question | null>) => {
    const isNew = stored === null;
    const done = await act();
    if (done && isNew) onMade(done);
  };
  /** The dialog stays while the server waits for a reason. */
  const publish = async (note: string | undefined) => {
    await made(() => question.publish(note));
    setPublishing(false);
  };
  /** Says no where it cannot be known: archiving goes on all the same. */
  const hasTranslations = async () => {
    if (!stored) return false;
    const found = await call(getRelatives, { params: { documentId: stored.documentId } }).catch(() => null);
    return found !== null && found.main === null && found.translations.length > 0;
  };
  const archive = async () => {
    if (
      await confirm({
        title: t('bulk.archive-title', { count: 1 }),
        text: [t('bulk.archive-text', { count: 1 }), ...((await hasTranslations()) ? [t('translations.stay-unused')] : [])].join(
          ' ',
        ),
        action: t('bulk.archive'),
      })
    )
      await question.archive();
  };
  const remove = async () => {
    const yes = await confirm({
      title: t('bulk.delete-title', { count: 1 }),
      text: t('bulk.delete-text', { count: 1 }),
      action: t('bulk.delete'),
      isDangerous: true,
    });
    if (yes && (await question.remove())) onRemoved();
  };

  return (
    <Flex gap={2} wrap="wrap" justifyContent="end">
      {stored ? <StatusBadge status={stored.status} modified={stored.modified} /> : null}
      {stored && may(WRITE) ? (
        <Button variant="danger-light" disabled={isWorking} onClick={() => void remove()}>
          {t('bulk.delete')}
        </Button>
      ) : null}
      {stored && stored.status !== 'archived' && may(PUBLISH) ? (
        <Button variant="tertiary" disabled={isWorking} onClick={() => void archive()}>
          {t('bulk.archive')}
        </Button>
      ) : null}
      {may(WRITE) ? (
        <Button variant="secondary" loading={isWorking} disabled={!question.isDirty} onClick={() => void made(question.save)}>
          {t('form.save')}
        </Button>
      ) : null}
      {stored ? (
        <ReviewActions stored={stored} isDirty={question.isDirty} isWorking={isWorking} onTaken={question.loadAgain} />
      ) : null}
      {may(PUBLISH) && may(WRITE) ? (
        <Button disabled={isWorking || isCurrent} onClick={() => setPublishing(true)}>
          {t('bulk.publish')}
        </Button>
      ) : null}
      {isPublishing || question.reasonAsked ? (
        <PublishDialog
          documentIds={stored ? [stored.documentId] : []}
          asked={question.reasonAsked}
          isWorking={isWorking}
          onPublish={(note) => void publish(note)}
          onClose={() => {
            setPublishing(false);
            question.forgetReason();
          }}
        />
      ) : null}
    </Flex>
  );
}
