import { useText } from '@lyceum/core/admin';
import type { Topic } from '@lyceum/questions/contract';
import { Box, Flex, IconButton, NumberInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { DrawRule } from '../../../contract/index.ts';
import { TopicSelect } from './TopicSelect.tsx';

export type RuleRowProps = {
  rule: DrawRule;
  topics: readonly Topic[];
  /** What the check said about it: how many fit and how many are missing. */
  found: { available: number; missing: number } | undefined;
  change(next: Partial<DrawRule>): void;
  remove(): void;
};

/** "Two questions of Algebra, difficulty 3 to 6." */
export function RuleRow({ rule, topics, found, change, remove }: RuleRowProps) {
  const t = useText('exams');
  const number = (name: 'count' | 'difficultyMin' | 'difficultyMax', width: string) => (
    <Box width={width}>
      <NumberInput
        aria-label={t(`rule.${name}`)}
        value={rule[name]}
        onValueChange={(next: number | undefined) => change({ [name]: next ?? 1 })}
      />
    </Box>
  );
  return (
    <Flex gap={3} wrap="wrap" tag="li">
      {number('count', '9rem')}
      <Typography>{t('rule.of')}</Typography>
      <Box flex="1" minWidth="20rem">
        <TopicSelect
          topics={topics}
          value={rule.topic}
          label={t('rule.topic')}
          onChange={(topic) => change({ topic: topic as DrawRule['topic'] })}
        />
      </Box>
      <Typography>{t('rule.difficulty')}</Typography>
      {number('difficultyMin', '8rem')}
      <Typography>–</Typography>
      {number('difficultyMax', '8rem')}
      <Typography textColor={found && found.missing > 0 ? 'danger600' : 'neutral600'} aria-live="polite">
        {found
          ? found.missing > 0
            ? t('rule.missing', { count: found.missing })
            : t('rule.available', { count: found.available })
          : ''}
      </Typography>
      <IconButton label={t('rule.remove')} variant="ghost" onClick={remove}>
        <Trash />
      </IconButton>
    </Flex>
  );
}
