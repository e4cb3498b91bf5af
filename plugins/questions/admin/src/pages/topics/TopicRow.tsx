import { useText } from '@lyceum/core/admin';
import { Badge, Box, Flex, IconButton, Td, Link as TextLink, Tr, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil, Plus, Trash } from '@strapi/icons';
import { Link } from 'react-router-dom';
import type { Topic } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';

export type TopicRowProps = {
  topic: Topic;
  isFirst: boolean;
  isLast: boolean;
  mayWrite: boolean;
  isBusy: boolean;
  onMove(by: -1 | 1): void;
  onAdd(): void;
  onChange(): void;
  onDelete(): void;
};

const DEEPEST = 2;

/** One topic with its counts, set in by its level. */
export function TopicRow({ topic, isFirst, isLast, mayWrite, isBusy, onMove, onAdd, onChange, onDelete }: TopicRowProps) {
  const t = useText('questions');
  const { name } = topic;
  const act = (label: string, icon: React.ReactNode, press: () => void, isDisabled = false) => (
    <IconButton variant="ghost" label={label} disabled={isBusy || isDisabled} onClick={press}>
      {icon}
    </IconButton>
  );
  return (
    <Tr>
      <Td>
        <Flex gap={2} style={{ paddingInlineStart: `${topic.depth * 2.8}rem` }}>
          <Typography fontWeight={topic.depth === 0 ? 'bold' : 'regular'}>{name}</Typography>
          {topic.code && topic.code !== name ? <Badge>{topic.code}</Badge> : null}
        </Flex>
      </Td>
      <Td>
        <TextLink tag={Link} to={`${HOME}?topic=${topic.documentId}`}>
          {t('topic.questions', { count: topic.questions })}
        </TextLink>
      </Td>
      <Td>
        <Typography>{topic.published}</Typography>
      </Td>
      <Td>
        {mayWrite ? (
          <Flex justifyContent="end" gap={1}>
            {act(t('topic.up', { name }), <ArrowUp />, () => onMove(-1), isFirst)}
            {act(t('topic.down', { name }), <ArrowDown />, () => onMove(1), isLast)}
            {topic.depth < DEEPEST ? act(t('topic.add-below', { name }), <Plus />, onAdd) : <Box width="3.2rem" />}
            {act(t('topic.change-named', { name }), <Pencil />, onChange)}
            {act(t('topic.delete-named', { name }), <Trash />, onDelete)}
          </Flex>
        ) : null}
      </Td>
    </Tr>
  );
}
