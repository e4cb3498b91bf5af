import { useText } from '@lyceum/core/admin';
import type { Topic } from '@lyceum/questions/contract';
import { Alert, Box, Button, Flex, Grid, IconButton, NumberInput, TextInput, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import type { CheckReport, ExamSection } from '../../../contract/index.ts';
import { newRule } from './draft.ts';
import { FixedQuestions } from './FixedQuestions.tsx';
import { LabelledField } from './LabelledField.tsx';
import { RulePerSubtopic } from './RulePerSubtopic.tsx';
import { RuleRow } from './RuleRow.tsx';

export type SectionCardProps = {
  section: ExamSection;
  place: number;
  count: number;
  topics: readonly Topic[];
  report: CheckReport | null;
  errors: readonly string[];
  change(next: Partial<ExamSection>): void;
  move(by: number): void;
  remove(): void;
};

/** One section: its name, time and weight, fixed questions and rules [E-03]. */
export function SectionCard({ section, place, count, topics, report, errors, change, move, remove }: SectionCardProps) {
  const t = useText('exams');
  const firstTopic = topics[0]?.documentId;
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
      tag="section"
      aria-label={section.title || t('section.nth', { place: place + 1 })}
    >
      <Flex justifyContent="space-between" paddingBottom={4}>
        <Typography variant="delta" tag="h3">
          {section.title || t('section.nth', { place: place + 1 })}
        </Typography>
        <Flex gap={1}>
          <IconButton label={t('move-up')} variant="ghost" disabled={place === 0} onClick={() => move(-1)}>
            <ArrowUp />
          </IconButton>
          <IconButton label={t('move-down')} variant="ghost" disabled={place === count - 1} onClick={() => move(1)}>
            <ArrowDown />
          </IconButton>
          <IconButton label={t('section.remove')} variant="ghost" disabled={count === 1} onClick={remove}>
            <Trash />
          </IconButton>
        </Flex>
      </Flex>
      {errors.length > 0 ? (
        <Box paddingBottom={4}>
          <Alert variant="danger" title={t('section.errors')} closeLabel="×">
            {errors.join(' · ')}
          </Alert>
        </Box>
      ) : null}
      <Grid.Root gap={4}>
        <Grid.Item col={6} s={12} xs={12} alignItems="stretch">
          <LabelledField name={`title-${section.id}`} label={t('section.title')}>
            <TextInput
              value={section.title}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ title: event.target.value })}
            />
          </LabelledField>
        </Grid.Item>
        <Grid.Item col={3} s={12} xs={12} alignItems="stretch">
          <LabelledField name={`time-${section.id}`} label={t('section.time')} hint={t('section.time-hint')}>
            <NumberInput
              value={section.timeLimitSec === null ? undefined : section.timeLimitSec / 60}
              onValueChange={(next: number | undefined) => change({ timeLimitSec: next ? Math.round(next * 60) : null })}
            />
          </LabelledField>
        </Grid.Item>
        <Grid.Item col={3} s={12} xs={12} alignItems="stretch">
          <LabelledField name={`weight-${section.id}`} label={t('section.weight')} hint={t('section.weight-hint')}>
            <NumberInput value={section.weight} onValueChange={(next: number | undefined) => change({ weight: next ?? 0 })} />
          </LabelledField>
        </Grid.Item>
      </Grid.Root>
      <Box paddingTop={6}>
        <Typography variant="sigma" tag="h4">
          {t('fixed.title')}
        </Typography>
        <FixedQuestions ids={section.fixed} onChange={(fixed) => change({ fixed })} />
      </Box>
      <Box paddingTop={6}>
        <Typography variant="sigma" tag="h4">
          {t('rule.title', { count: section.rules.length })}
        </Typography>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
          {section.rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              topics={topics}
              found={report?.rules.find((one) => one.sectionId === section.id && one.ruleId === rule.id)}
              change={(next) => change({ rules: section.rules.map((one, index) => (index === at ? { ...one, ...next } : one)) })}
              remove={() => change({ rules: section.rules.filter((_, index) => index !== at) })}
            />
          ))}
        </Flex>
        <Box paddingTop={3}>
          <Button
            variant="tertiary"
            startIcon={<Plus />}
            disabled={!firstTopic}
            onClick={() => firstTopic && change({ rules: [...section.rules, newRule(firstTopic)] })}
          >
            {t('rule.add')}
          </Button>
        </Box>
        <RulePerSubtopic topics={topics} onAdd={(rules) => change({ rules: [...section.rules, ...rules] })} />
      </Box>
    </Box>
  );
}
