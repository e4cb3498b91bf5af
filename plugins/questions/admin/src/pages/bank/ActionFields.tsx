import { useText } from '@lyceum/core/admin';
import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Topic } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { ManySelect } from '../../components/ManySelect.tsx';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { CHANGES, type Change, type Draft } from './bulk-draft.ts';
import type { ListOptions } from './filter-fields.ts';

export type ActionFieldsProps = {
  change: Change;
  draft: Draft;
  topics: readonly Topic[];
  options: ListOptions | null;
  onChange(change: Change): void;
  onDraft(next: Partial<Draft>): void;
};

function Labelled({ name, children }: { name: string; children: ReactNode }) {
  const t = useText('questions');
  return (
    <Field.Root name={name} width="100%">
      <Field.Label>{t(`do.${name}`)}</Field.Label>
      {children}
    </Field.Root>
  );
}

type Pick = {
  value: string | null;
  choices: readonly { id: string; name: string }[];
  none?: string;
  onPick(value: string | null): void;
};

function OneOf({ value, choices, none, onPick }: Pick) {
  const t = useText('questions');
  return (
    <SingleSelect
      value={value ?? ''}
      placeholder={none ?? t('do.choose')}
      onChange={(next: string | number) => onPick(String(next))}
      {...(none ? { onClear: () => onPick(null), clearLabel: none } : {})}
    >
      {choices.map(({ id, name }) => (
        <SingleSelectOption key={id} value={id}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

function ValueField({ change, draft, topics, options, onDraft }: Omit<ActionFieldsProps, 'onChange'>) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  switch (change) {
    case 'addTags':
    case 'removeTags':
      return (
        <Field.Root name="tags" hint={t('do.tags-hint')} width="100%">
          <Field.Label>{t('do.tags')}</Field.Label>
          <TextInput
            value={draft.tags}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => onDraft({ tags: event.target.value })}
          />
          <Field.Hint />
        </Field.Root>
      );
    case 'setTopic':
      return (
        <Labelled name="topic">
          <TopicSelect topics={topics} label={t('do.topic')} value={draft.id} onChange={(id) => onDraft({ id })} />
        </Labelled>
      );
    case 'setDifficulty':
      return (
        <Labelled name="difficulty">
          <OneOf
            value={draft.difficulty}
            choices={DIFFICULTIES.map((value) => ({ id: String(value), name: difficultyLabel(value) }))}
            onPick={(difficulty) => onDraft({ difficulty: difficulty ?? '5' })}
          />
        </Labelled>
      );
    case 'addExamTypes':
    case 'removeExamTypes':
      return (
        <Labelled name="exam-types">
          <ManySelect
            label={t('do.exam-types')}
            options={(options?.examTypes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            values={draft.ids}
            onChange={(ids) => onDraft({ ids })}
          />
        </Labelled>
      );
    case 'setSkill':
      return (
        <Labelled name="skill">
          <OneOf value={draft.id} choices={options?.skills ?? []} none={t('do.no-skill')} onPick={(id) => onDraft({ id })} />
        </Labelled>
      );
    case 'setLicence':
      return (
        <Field.Root name="licence" hint={t('do.licence-hint')} width="100%">
          <Field.Label>{t('do.licence')}</Field.Label>
          <TextInput
            value={draft.licence}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => onDraft({ licence: event.target.value })}
          />
          <Field.Hint />
        </Field.Root>
      );
    case 'setOwner':
      return (
        <Labelled name="owner">
          <OneOf value={draft.id} choices={options?.people ?? []} onPick={(id) => onDraft({ id })} />
        </Labelled>
      );
    case 'share':
      return (
        <Checkbox
          checked={draft.isShared}
          onCheckedChange={(value: boolean | 'indeterminate') => onDraft({ isShared: value === true })}
        >
          {t('do.is-shared')}
        </Checkbox>
      );
  }
}

/** Which field changes, and to what. */
export function ActionFields(props: ActionFieldsProps) {
  const { change, options, onChange } = props;
  const t = useText('questions');
  const offered = CHANGES.filter((kind) => kind !== 'setOwner' || options?.seesAll === true);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Labelled name="what">
        <SingleSelect value={change} onChange={(next: string | number) => onChange(next as Change)}>
          {offered.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {t(`do.${kind}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Labelled>
      <ValueField {...props} />
    </Flex>
  );
}
