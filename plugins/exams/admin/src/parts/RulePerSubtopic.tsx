import { useText } from '@lyceum/core/admin';
import type { Topic } from '@lyceum/questions/contract';
import { Box, Button, Flex, NumberInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { DrawRule } from '../../../contract/index.ts';
import { newRule } from './draft.ts';
import { TopicSelect } from './TopicSelect.tsx';

/** The topics right below one that have questions to draw. */
export const subtopicsOf = (topics: readonly Topic[], parent: string): Topic[] =>
  topics.filter((topic) => topic.parent === parent && topic.published > 0);

/** "One question from each of these 35 topics" in two presses. */
export function RulePerSubtopic({ topics, onAdd }: { topics: readonly Topic[]; onAdd(rules: DrawRule[]): void }) {
  const t = useText('exams');
  const [parent, setParent] = useState<string | null>(null);
  const [count, setCount] = useState(1);
  const parents = topics.filter((topic) => topics.some((other) => other.parent === topic.documentId));
  const below = parent ? subtopicsOf(topics, parent) : [];
  return (
    <Flex gap={3} wrap="wrap" paddingTop={4}>
      <Typography>{t('each.label')}</Typography>
      <Box width="9rem">
        <NumberInput
          aria-label={t('rule.count')}
          value={count}
          onValueChange={(next: number | undefined) => setCount(Math.max(1, next ?? 1))}
        />
      </Box>
      <Typography>{t('each.from')}</Typography>
      <Box flex="1" minWidth="20rem">
        <TopicSelect topics={parents} value={parent} label={t('each.parent')} onChange={setParent} />
      </Box>
      <Button
        variant="secondary"
        disabled={below.length === 0}
        onClick={() => onAdd(below.map((topic) => newRule(topic.documentId, count)))}
      >
        {t('each.add', { count: below.length })}
      </Button>
    </Flex>
  );
}
