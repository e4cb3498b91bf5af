import { Notice, SearchableSelect, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Grid, TextButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { Topic } from '../../../../contract/index.ts';
import { useNames } from '../../api/use-names.ts';
import { ManySelect } from '../../components/ManySelect.tsx';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { TopicDialog } from '../topics/TopicDialog.tsx';
import { FactCell, isBlocked } from './FactCell.tsx';
import type { FormProps } from './form-props.ts';

export type NamesFieldsProps = FormProps & { topics: readonly Topic[]; onTopicMade(): void };

/** Where a question belongs: topics, exam types, skill. */
export function NamesFields({ draft, change, messages, topics, onTopicMade }: NamesFieldsProps) {
  const t = useText('questions');
  const names = useNames();
  const [isMakingTopic, setMakingTopic] = useState(false);
  const action = (
    <TextButton startIcon={<Plus />} onClick={() => setMakingTopic(true)}>
      {t('topic.new')}
    </TextButton>
  );
  return (
    <>
      <FactCell field="topic" messages={messages} isRequired action={action}>
        <TopicSelect
          topics={topics}
          value={draft.topic}
          onChange={(topic) => change({ ...draft, topic: topic as DocumentId | null })}
          label={t('field.topic')}
          hasError={isBlocked('topic', messages)}
        />
      </FactCell>
      <FactCell field="furtherTopics" messages={messages} hint={t('form.further-topics-hint')}>
        <ManySelect
          label={t('field.furtherTopics')}
          options={topics.map(({ documentId, path }) => ({ value: documentId, label: path }))}
          values={draft.furtherTopics}
          onChange={(values) => change({ ...draft, furtherTopics: values as DocumentId[] })}
          hasError={isBlocked('furtherTopics', messages)}
        />
      </FactCell>
      <FactCell field="examTypes" messages={messages} hint={t('form.exam-types-hint')}>
        <ManySelect
          label={t('field.examTypes')}
          options={names.value?.examTypes ?? []}
          values={draft.examTypes}
          onChange={(values) => change({ ...draft, examTypes: values as DocumentId[] })}
          hasError={isBlocked('examTypes', messages)}
        />
      </FactCell>
      <FactCell field="skill" messages={messages}>
        <SearchableSelect
          label={t('field.skill')}
          placeholder={t('form.choose')}
          options={names.value?.skills ?? []}
          value={draft.skill}
          onChange={(skill) => change({ ...draft, skill: skill as DocumentId | null })}
          hasError={isBlocked('skill', messages)}
        />
      </FactCell>
      {names.error ? (
        <Grid.Item col={12} xs={12}>
          <Notice tone="warning" title={t('form.names-missing')} />
        </Grid.Item>
      ) : null}
      {isMakingTopic ? (
        <TopicDialog
          topics={topics}
          onClose={() => setMakingTopic(false)}
          onDone={(topic) => {
            setMakingTopic(false);
            onTopicMade();
            change({ ...draft, topic: topic.documentId });
          }}
        />
      ) : null}
    </>
  );
}
