import { useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { TAG_KINDS } from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { TopicSelect } from '../../components/TopicSelect.tsx';

export type MissingKindsProps = {
  kinds: readonly string[];
  onKinds(kinds: string[]): void;
  topic: string | null;
  onTopic(topic: string | null): void;
};

/** Which tags count as missing, and in which part of the bank. */
export function MissingKinds({ kinds, onKinds, topic, onTopic }: MissingKindsProps) {
  const t = useText('questions');
  const topics = useTopics();
  return (
    <Flex gap={5} wrap="wrap">
      <Flex gap={4} wrap="wrap" role="group" aria-label={t('tagging.lacks')}>
        <Typography variant="sigma" textColor="neutral600">
          {t('tagging.lacks')}
        </Typography>
        {TAG_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            // One stays: without any there would be no queue.
            disabled={kinds.length === 1 && kinds.includes(kind)}
            onCheckedChange={() => onKinds(kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind])}
          >
            {t(`tagging.field-${kind}`)}
          </Checkbox>
        ))}
      </Flex>
      <Box width="28rem" maxWidth="100%">
        <TopicSelect
          topics={topics.value ?? []}
          value={topic}
          onChange={onTopic}
          label={t('tagging.in-topic')}
          placeholder={t('tagging.in-topic')}
        />
      </Box>
    </Flex>
  );
}
