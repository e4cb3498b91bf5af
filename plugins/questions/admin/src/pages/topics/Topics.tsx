import { PageFrame, useCall, useConfirm, useMay, useProblemText, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Button, EmptyStateLayout, Loader, Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { deleteTopic, moveTopic, READ, type Topic, WRITE } from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { TopicDialog } from './TopicDialog.tsx';
import { TopicRow } from './TopicRow.tsx';
import { branchOf, siblingsOf } from './tree.ts';

type Dialog = { topic: Topic } | { parent: DocumentId | null };

/** The topic tree: subject, topic, subtopic. */
export function Topics() {
  const t = useText('questions');
  const call = useCall();
  const mayWrite = useMay()(WRITE);
  const problemText = useProblemText();
  const { confirm, dialog: question } = useConfirm();
  const { toggleNotification } = useNotification();
  const { value: topics, error, reload } = useTopics();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [isBusy, setBusy] = useState(false);

  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (refused) {
      toggleNotification({ type: 'danger', message: problemText(refused) });
    }
    setBusy(false);
    reload();
  };
  const move = (topic: Topic, by: -1 | 1) => {
    const place = siblingsOf(topics ?? [], topic).findIndex(({ documentId }) => documentId === topic.documentId);
    return act(() =>
      call(moveTopic, { params: { documentId: topic.documentId }, body: { parent: topic.parent, order: place + by } }),
    );
  };
  const remove = async (topic: Topic) => {
    const below = branchOf(topics ?? [], topic).length - 1;
    if (below > 0 || topic.questions > 0) {
      toggleNotification({
        type: 'warning',
        message: t('topic.in-use', { name: topic.name, questions: topic.questions, topics: below }),
      });
      return;
    }
    const yes = await confirm({
      title: t('topic.delete-title', { name: topic.name }),
      text: t('topic.delete-text'),
      action: t('bulk.delete'),
      isDangerous: true,
    });
    if (yes) await act(() => call(deleteTopic, { params: { documentId: topic.documentId } }));
  };
  const add = mayWrite ? (
    <Button startIcon={<Plus />} onClick={() => setDialog({ parent: null })}>
      {t('topic.new')}
    </Button>
  ) : undefined;

  return (
    <PageFrame title={t('topic.title')} subtitle={t('topic.subtitle')} permission={READ} primaryAction={add} error={error}>
      {topics === null ? (
        error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : topics.length === 0 ? (
        <EmptyStateLayout content={t('topic.empty')} action={add} />
      ) : (
        <Table colCount={4} rowCount={topics.length + 1}>
          <Thead>
            <Tr>
              {(['name', 'held', 'published'] as const).map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{t(`topic.${column}`)}</Typography>
                </Th>
              ))}
              <Th> </Th>
            </Tr>
          </Thead>
          <Tbody>
            {topics.map((topic) => {
              const siblings = siblingsOf(topics, topic);
              return (
                <TopicRow
                  key={topic.documentId}
                  topic={topic}
                  isFirst={siblings[0]?.documentId === topic.documentId}
                  isLast={siblings.at(-1)?.documentId === topic.documentId}
                  mayWrite={mayWrite}
                  isBusy={isBusy}
                  onMove={(by) => void move(topic, by)}
                  onAdd={() => setDialog({ parent: topic.documentId })}
                  onChange={() => setDialog({ topic })}
                  onDelete={() => void remove(topic)}
                />
              );
            })}
          </Tbody>
        </Table>
      )}
      {dialog ? (
        <TopicDialog
          topics={topics ?? []}
          {...dialog}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            reload();
          }}
        />
      ) : null}
      {question}
    </PageFrame>
  );
}
