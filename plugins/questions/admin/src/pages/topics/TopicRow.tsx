import { useText } from '@lyceum/core/admin';
import { Badge, Flex, IconButton, Link as TextLink, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, Drag, Pencil, Plus, Trash } from '@strapi/icons';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Topic } from '../../../../contract/index.ts';
import { HOME } from '../../plugin-id.ts';
import { type DropZone, type KeyMove, zoneAt } from './place.ts';

export type TopicRowProps = {
  topic: Topic;
  mayWrite: boolean;
  isBusy: boolean;
  isDragged: boolean;
  /** Whether what is dragged may be dropped here. */
  mayDrop(zone: DropZone): boolean;
  onDragStart(): void;
  onDragEnd(): void;
  onDrop(zone: DropZone): void;
  onKeyMove(move: KeyMove): void;
  onAdd(): void;
  onChange(): void;
  onMerge(): void;
  onDelete(): void;
};

const DEEPEST = 2;
const KEY_MOVES: Record<string, KeyMove> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** In a right-to-left page the arrow that points inwards is the left one. */
const moveOf = (key: string): KeyMove | undefined => {
  const mirrored = document.dir === 'rtl' ? ({ ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }[key] ?? key) : key;
  return KEY_MOVES[mirrored];
};

/** One topic with its counts, set in by its level; dragged, or moved with the arrow keys on its handle. */
export function TopicRow(props: TopicRowProps) {
  const { topic, mayWrite, isBusy, isDragged } = props;
  const t = useText('questions');
  const [zone, setZone] = useState<DropZone | null>(null);
  const { name } = topic;

  const over = (event: DragEvent<HTMLLIElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const next = zoneAt(event.clientY - box.top, box.height);
    const allowed = props.mayDrop(next);
    setZone(allowed ? next : null);
    if (allowed) event.preventDefault();
  };
  const drop = (event: DragEvent<HTMLLIElement>) => {
    event.preventDefault();
    if (zone) props.onDrop(zone);
    setZone(null);
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>) => {
    const move = moveOf(event.key);
    if (!move) return;
    event.preventDefault();
    props.onKeyMove(move);
  };
  const act = (label: string, icon: React.ReactNode, press: () => void) => (
    <IconButton variant="ghost" label={label} disabled={isBusy} onClick={press}>
      {icon}
    </IconButton>
  );

  return (
    <li
      data-topic={topic.documentId}
      data-zone={zone ?? undefined}
      data-dragged={isDragged || undefined}
      className="topic-row"
      draggable={mayWrite && !isBusy}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', topic.documentId);
        event.dataTransfer.effectAllowed = 'move';
        props.onDragStart();
      }}
      onDragEnd={props.onDragEnd}
      onDragOver={over}
      onDragLeave={() => setZone(null)}
      onDrop={drop}
    >
      <div className="topic-name" style={{ paddingInlineStart: `${topic.depth * 2.4}rem` }}>
        {mayWrite ? (
          <button
            type="button"
            className="topic-handle"
            aria-label={t('topic.handle', { name: topic.path })}
            aria-describedby="topic-keys"
            onKeyDown={key}
          >
            <Drag aria-hidden="true" />
          </button>
        ) : null}
        <Typography fontWeight={topic.depth === 0 ? 'bold' : 'regular'}>
          <bdi>{name}</bdi>
        </Typography>
        {topic.code && topic.code !== name ? <Badge>{topic.code}</Badge> : null}
      </div>
      <TextLink tag={Link} to={`${HOME}?topic=${topic.documentId}`}>
        {t('topic.questions', { count: topic.questions })}
      </TextLink>
      <Typography textColor="neutral600">{t('topic.published-count', { count: topic.published })}</Typography>
      <div className="topic-acts">
        {mayWrite ? (
          <Flex justifyContent="end" gap={1}>
            {topic.depth < DEEPEST ? act(t('topic.add-below', { name }), <Plus />, props.onAdd) : null}
            {act(t('topic.change-named', { name }), <Pencil />, props.onChange)}
            {act(t('merge.named', { name }), <ArrowsCounterClockwise />, props.onMerge)}
            {act(t('topic.delete-named', { name }), <Trash />, props.onDelete)}
          </Flex>
        ) : null}
      </div>
    </li>
  );
}
