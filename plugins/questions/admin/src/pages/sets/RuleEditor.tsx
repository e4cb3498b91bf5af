import { SearchableSelect, useText } from '@lyceum/core/admin';
import { Box, Field, Flex, NumberInput, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { SET_MAX_QUESTIONS, type SetRule } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { useNames } from '../../api/use-names.ts';
import { useTopics } from '../../api/use-topics.ts';
import { ManySelect } from '../../components/ManySelect.tsx';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { MemberList } from './MemberList.tsx';
import { wordsOf } from './set-draft.ts';
import type { SetOnScreen } from './use-set.ts';

/** What questions must have in common, and the first that do. */
export function RuleEditor({ set: { draft, change, counted } }: { set: SetOnScreen }) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const topics = useTopics();
  const names = useNames();
  const [words, setWords] = useState(draft.rule.tags.join(', '));
  const { rule } = draft;
  const put = (part: Partial<SetRule>) => change({ ...draft, rule: { ...rule, ...part } });

  const bound = (field: 'difficultyMin' | 'difficultyMax') => (
    <Box flex="1 1 16rem">
      <Field.Root name={field}>
        <Field.Label>{t(`sets.${field}`)}</Field.Label>
        <SingleSelect
          aria-label={t(`sets.${field}`)}
          value={rule[field]}
          onChange={(value: string | number) => {
            const difficulty = Number(value);
            // The other end gives way, so that the range is never turned round.
            put(
              field === 'difficultyMin'
                ? { difficultyMin: difficulty, difficultyMax: Math.max(difficulty, rule.difficultyMax) }
                : { difficultyMax: difficulty, difficultyMin: Math.min(difficulty, rule.difficultyMin) },
            );
          }}
        >
          {DIFFICULTIES.map((value) => (
            <SingleSelectOption key={value} value={value}>
              {difficultyLabel(value)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  );

  return (
    <>
      <Field.Root name="set-topic" hint={t('sets.topic-hint')}>
        <Field.Label>{t('field.topic')}</Field.Label>
        <TopicSelect
          topics={topics.value ?? []}
          value={rule.topic}
          onChange={(topic) => put({ topic: topic as SetRule['topic'] })}
          label={t('field.topic')}
          placeholder={t('sets.any')}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="set-exam-types" hint={t('sets.exam-types-hint')}>
        <Field.Label>{t('field.examTypes')}</Field.Label>
        <ManySelect
          label={t('field.examTypes')}
          options={names.value?.examTypes ?? []}
          values={rule.examTypes}
          onChange={(examTypes) => put({ examTypes: examTypes as SetRule['examTypes'] })}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="set-skill">
        <Field.Label>{t('field.skill')}</Field.Label>
        <SearchableSelect
          label={t('field.skill')}
          placeholder={t('sets.any')}
          options={names.value?.skills ?? []}
          value={rule.skill}
          onChange={(skill) => put({ skill: skill as SetRule['skill'] })}
        />
      </Field.Root>
      <Field.Root name="set-words" hint={t('sets.words-hint')}>
        <Field.Label>{t('field.tags')}</Field.Label>
        <Field.Input
          value={words}
          dir="auto"
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            setWords(event.target.value);
            put({ tags: wordsOf(event.target.value) });
          }}
        />
        <Field.Hint />
      </Field.Root>
      <Flex gap={4} wrap="wrap" alignItems="start">
        {bound('difficultyMin')}
        {bound('difficultyMax')}
        <Box flex="1 1 12rem">
          <Field.Root name="set-count" required>
            <Field.Label>{t('sets.count')}</Field.Label>
            <NumberInput
              value={rule.count}
              min={1}
              max={SET_MAX_QUESTIONS}
              step={1}
              onValueChange={(value: number | undefined) =>
                put({ count: Math.min(SET_MAX_QUESTIONS, Math.max(1, Math.round(value ?? 1))) })
              }
            />
          </Field.Root>
        </Box>
      </Flex>
      {counted && counted.members.length > 0 ? (
        <Box>
          <Typography variant="delta" tag="h2">
            {t('sets.first-found', { count: counted.members.length })}
          </Typography>
          <MemberList label={t('sets.found')} members={counted.members} />
        </Box>
      ) : null}
    </>
  );
}
