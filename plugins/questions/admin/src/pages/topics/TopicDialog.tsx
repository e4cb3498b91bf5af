import { useCall, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import { createTopic, moveTopic, renameTopic, TEXT_LIMITS, type Topic } from '../../../../contract/index.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { possibleParents } from './tree.ts';

export type TopicDialogProps = {
  topics: readonly Topic[];
  /** The one that is changed; none: a new one. */
  topic?: Topic;
  /** Where a new one goes to begin with. */
  parent?: DocumentId | null;
  onDone(topic: Topic): void;
  onClose(): void;
};

const ROOT = 'root';

/** Name, code and place of a topic. */
export function TopicDialog({ topics, topic, parent: firstParent = null, onDone, onClose }: TopicDialogProps) {
  const t = useText('questions');
  const call = useCall();
  const [name, setName] = useState(topic?.name ?? '');
  const [code, setCode] = useState(topic?.code ?? '');
  const [parent, setParent] = useState<DocumentId | null>(topic ? topic.parent : firstParent);
  const codeOrNull = code.trim() === '' ? null : code.trim();

  const change = async (old: Topic): Promise<Topic> => {
    const params = { documentId: old.documentId };
    if (old.parent !== parent) {
      const last = topics.filter((other) => other.parent === parent).length;
      await call(moveTopic, { params, body: { parent, order: last } });
    }
    return call(renameTopic, { params, body: { name: name.trim(), code: codeOrNull } });
  };
  const save = async () =>
    onDone(topic ? await change(topic) : await call(createTopic, { body: { name: name.trim(), code: codeOrNull, parent } }));
  const title = topic ? t('topic.change') : t('topic.new');

  return (
    <FormDialog title={title} isComplete={name.trim() !== ''} onSave={save} onClose={onClose}>
      <Field.Root name="topic-name" required>
        <Field.Label>{t('topic.name')}</Field.Label>
        <Field.Input
          value={name}
          dir="auto"
          maxLength={TEXT_LIMITS.topicName}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
        />
      </Field.Root>
      <Field.Root name="topic-code" hint={t('topic.code-hint')}>
        <Field.Label>{t('topic.code')}</Field.Label>
        <Field.Input
          value={code}
          maxLength={TEXT_LIMITS.code}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setCode(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="topic-parent">
        <Field.Label>{t('topic.parent')}</Field.Label>
        <SingleSelect
          aria-label={t('topic.parent')}
          value={parent ?? ROOT}
          onChange={(value: string | number) => setParent(value === ROOT ? null : (value as DocumentId))}
        >
          <SingleSelectOption value={ROOT}>{t('topic.root')}</SingleSelectOption>
          {possibleParents(topics, topic ?? null).map((other) => (
            <SingleSelectOption key={other.documentId} value={other.documentId}>
              {other.path}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </FormDialog>
  );
}
