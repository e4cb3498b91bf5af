import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { DUPLICATE_DECISIONS } from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import type { Queue } from './use-queue.ts';

const DECISIONS = ['open', 'decided', ...DUPLICATE_DECISIONS] as const;
const FROM = [60, 70, 80, 85, 90, 95, 100] as const;

/** Undecided or decided, topic, how alike, and the import a link led from; all in the address. */
export function QueueFilters({ queue, shownFrom }: { queue: Queue; shownFrom: number }) {
  const t = useText('questions');
  const topics = useTopics();
  const { filters, filter } = queue;
  const levels = [...new Set([...FROM, shownFrom, Number(filters.from ?? shownFrom)])].sort((a, b) => a - b);
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={5} alignItems="end">
      <Box minWidth="18rem">
        <SingleSelect
          aria-label={t('duplicates.filter-decision')}
          value={filters.decision ?? 'open'}
          onChange={(value: string | number) => filter('decision', value === 'open' ? null : String(value))}
        >
          {DECISIONS.map((decision) => (
            <SingleSelectOption key={decision} value={decision}>
              {t(`duplicates.filter-${decision}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Box minWidth="22rem">
        <TopicSelect
          topics={topics.value ?? []}
          value={filters.topic ?? null}
          onChange={(topic) => filter('topic', topic)}
          label={t('duplicates.filter-topic')}
          placeholder={t('duplicates.filter-topic')}
        />
      </Box>
      <Box minWidth="18rem">
        <SingleSelect
          aria-label={t('duplicates.filter-from')}
          value={String(filters.from ?? shownFrom)}
          onChange={(value: string | number) => filter('from', Number(value) === shownFrom ? null : String(value))}
        >
          {levels.map((level) => (
            <SingleSelectOption key={level} value={String(level)}>
              {t('duplicates.filter-from-value', { percent: level })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      {filters.batch ? (
        <Button variant="tertiary" endIcon={<Cross />} onClick={() => filter('batch', null)}>
          {t('duplicates.filter-batch')}
        </Button>
      ) : null}
    </Flex>
  );
}
