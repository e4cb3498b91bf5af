import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { TagSuggestion, Tags } from '../../../../contract/index.ts';
import { KeyCap } from './KeyCap.tsx';
import { isNews } from './tags.ts';
import type { TagNames } from './use-tag-names.ts';

export type SuggestedProps = { suggestion: TagSuggestion | null; tags: Tags; names: TagNames; onTake(): void };

/** What the AI provider or similar questions propose, taken with a key. */
export function Suggested({ suggestion, tags, names, onTake }: SuggestedProps) {
  const t = useText('questions');
  if (suggestion === null || !isNews(tags, suggestion))
    return (
      <Typography textColor="neutral600" tag="p">
        {t(suggestion === null ? 'tagging.no-suggestion' : 'tagging.suggestion-taken')}
      </Typography>
    );
  const nameOf = (field: 'topic' | 'examTypes', value: string) =>
    names.options[field].find((option) => option.value === value)?.label ?? t('many.unknown');
  const parts = [
    ...(suggestion.topic ? [nameOf('topic', suggestion.topic)] : []),
    ...suggestion.examTypes.map((value) => nameOf('examTypes', value)),
    ...(suggestion.difficulty === null ? [] : [t('tagging.difficulty', { difficulty: suggestion.difficulty })]),
  ];
  return (
    <Box background="primary100" hasRadius padding={3}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Box>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t(suggestion.way === 'ai' ? 'tagging.suggested-ai' : 'tagging.suggested-similar')}
          </Typography>
          <Typography fontWeight="semiBold" tag="p" dir="auto">
            {parts.join(' · ')}
          </Typography>
        </Box>
        <Button size="S" startIcon={<KeyCap>y</KeyCap>} onClick={onTake}>
          {t('tagging.take')}
        </Button>
      </Flex>
    </Box>
  );
}
