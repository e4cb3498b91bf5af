import { useText } from '@lyceum/core/admin';
import { Box, Grid, NumberInput, SingleSelect, SingleSelectOption, Textarea, TextInput, Toggle } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { EXAM_KINDS, type ExamInput, PRESENTATIONS, REVIEW_POLICIES } from '../../../contract/index.ts';
import type { Errors } from './errors.ts';
import { InstantInput } from './InstantInput.tsx';
import { LabelledField } from './LabelledField.tsx';
import { PassMarkInput } from './PassMarkInput.tsx';

export type DetailsFormProps = { exam: ExamInput; errors: Errors; change(next: Partial<ExamInput>): void; onTitleDone(): void };

type Typing = React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

const minutes = (seconds: number | null) => (seconds === null ? undefined : Math.round(seconds / 60));

/** Everything about an exam but its questions [E-02]. */
export function DetailsForm({ exam, errors, change, onTitleDone }: DetailsFormProps) {
  const t = useText('exams');
  const field = (name: keyof ExamInput, children: ReactNode, width: 3 | 4 | 6 | 12 = 6, hint?: string) => (
    <Grid.Item col={width} s={12} xs={12} direction="column" alignItems="stretch">
      <LabelledField name={name} label={t(`field.${name}`)} error={errors[name]} {...(hint ? { hint } : {})}>
        {children}
      </LabelledField>
    </Grid.Item>
  );
  const select = <V extends string>(name: keyof ExamInput, value: V, options: readonly V[], prefix: string) =>
    field(
      name,
      <SingleSelect value={value} onChange={(next: string | number) => change({ [name]: String(next) })}>
        {options.map((option) => (
          <SingleSelectOption key={option} value={option}>
            {t(`${prefix}.${option}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>,
    );
  const toggle = (name: 'backNavigation' | 'scoreVisible' | 'shuffleItems' | 'shuffleOptions' | 'isPublic') =>
    field(
      name,
      <Toggle
        checked={exam[name]}
        onLabel={t('on')}
        offLabel={t('off')}
        onChange={(event: Typing) => change({ [name]: (event.target as HTMLInputElement).checked })}
      />,
      4,
      t(`hint.${name}`),
    );

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Grid.Root gap={5}>
        {field(
          'title',
          <TextInput
            value={exam.title}
            onChange={(event: Typing) => change({ title: event.target.value })}
            onBlur={onTitleDone}
          />,
        )}
        {field(
          'slug',
          <TextInput value={exam.slug} onChange={(event: Typing) => change({ slug: event.target.value })} />,
          6,
          t('hint.slug'),
        )}
        {select('kind', exam.kind, EXAM_KINDS, 'kind')}
        {field(
          'timeLimitSec',
          <NumberInput
            value={minutes(exam.timeLimitSec)}
            onValueChange={(next: number | undefined) => change({ timeLimitSec: next ? Math.round(next * 60) : null })}
          />,
          3,
          t('hint.timeLimitSec'),
        )}
        <Grid.Item col={3} s={12} xs={12} direction="column" alignItems="stretch">
          <PassMarkInput
            value={exam.passMark}
            error={errors['passMark'] ?? errors['passMark.percent'] ?? errors['passMark.points']}
            onChange={(passMark) => change({ passMark })}
          />
        </Grid.Item>
        {field(
          'summary',
          <Textarea value={exam.summary} onChange={(event: Typing) => change({ summary: event.target.value })} />,
          12,
        )}
        {field(
          'instructions',
          <Textarea value={exam.instructions} onChange={(event: Typing) => change({ instructions: event.target.value })} />,
          12,
          t('hint.instructions'),
        )}
        {field(
          'attemptsAllowed',
          <NumberInput
            value={exam.attemptsAllowed ?? undefined}
            onValueChange={(next: number | undefined) => change({ attemptsAllowed: next ?? null })}
          />,
          3,
          t('hint.attemptsAllowed'),
        )}
        {field(
          'coolDownSec',
          <NumberInput
            value={minutes(exam.coolDownSec)}
            onValueChange={(next: number | undefined) => change({ coolDownSec: Math.round((next ?? 0) * 60) })}
          />,
          3,
          t('hint.coolDownSec'),
        )}
        {field(
          'opensAt',
          <InstantInput label={t('field.opensAt')} value={exam.opensAt} onChange={(opensAt) => change({ opensAt })} />,
          3,
        )}
        {field(
          'closesAt',
          <InstantInput label={t('field.closesAt')} value={exam.closesAt} onChange={(closesAt) => change({ closesAt })} />,
          3,
        )}
        {select('presentation', exam.presentation, PRESENTATIONS, 'presentation')}
        {select('reviewPolicy', exam.reviewPolicy, REVIEW_POLICIES, 'review')}
        {toggle('backNavigation')}
        {toggle('shuffleItems')}
        {toggle('shuffleOptions')}
        {toggle('scoreVisible')}
        {toggle('isPublic')}
      </Grid.Root>
    </Box>
  );
}
