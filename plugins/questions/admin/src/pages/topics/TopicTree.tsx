import { useText } from '@lyceum/core/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { Topic } from '../../../../contract/index.ts';
import { dropPlace, keyPlace, type Place } from './place.ts';
import { TopicRow } from './TopicRow.tsx';
import './topics.css';

export type TopicTreeProps = {
  /** The whole tree: where something may be dropped depends on all of it. */
  topics: readonly Topic[];
  /** Those that are shown. */
  shown: readonly Topic[];
  mayWrite: boolean;
  isBusy: boolean;
  onMove(topic: Topic, place: Place): Promise<void>;
  onAdd(parent: Topic): void;
  onChange(topic: Topic): void;
  onMerge(topic: Topic): void;
  onDelete(topic: Topic): void;
};

/** The tree as rows that are dragged, or moved with the arrow keys on their handles; every move is said. */
export function TopicTree({ topics, shown, mayWrite, isBusy, onMove, ...acts }: TopicTreeProps) {
  const t = useText('questions');
  const [dragged, setDragged] = useState<Topic | null>(null);
  const [said, setSaid] = useState('');
  const tree = useRef<HTMLUListElement>(null);

  const move = async (topic: Topic, place: Place | null) => {
    setDragged(null);
    if (!place) {
      setSaid(t('topic.cannot-move', { name: topic.name }));
      return;
    }
    await onMove(topic, place);
    const parent = topics.find(({ documentId }) => documentId === place.parent);
    setSaid(t('topic.moved', { name: topic.name, place: place.order + 1, parent: parent?.path ?? t('topic.root-short') }));
    tree.current?.querySelector<HTMLElement>(`[data-topic="${topic.documentId}"] .topic-handle`)?.focus();
  };

  return (
    <>
      <ul aria-label={t('topic.title')} className="topic-tree" ref={tree}>
        {shown.map((topic) => (
          <TopicRow
            key={topic.documentId}
            topic={topic}
            mayWrite={mayWrite}
            isBusy={isBusy}
            isDragged={dragged?.documentId === topic.documentId}
            mayDrop={(zone) => dragged !== null && dropPlace(topics, dragged, topic, zone) !== null}
            onDragStart={() => setDragged(topic)}
            onDragEnd={() => setDragged(null)}
            onDrop={(zone) => dragged && void move(dragged, dropPlace(topics, dragged, topic, zone))}
            onKeyMove={(by) => void move(topic, keyPlace(topics, topic, by))}
            onAdd={() => acts.onAdd(topic)}
            onChange={() => acts.onChange(topic)}
            onMerge={() => acts.onMerge(topic)}
            onDelete={() => acts.onDelete(topic)}
          />
        ))}
      </ul>
      <VisuallyHidden>
        <p id="topic-keys">{t('topic.keys')}</p>
        <p aria-live="polite">{said}</p>
      </VisuallyHidden>
    </>
  );
}
