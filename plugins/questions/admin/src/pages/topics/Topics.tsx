import { PageFrame, useCall, useConfirm, useMay, useProblemText, useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Box, Button, EmptyStateLayout, Flex, Loader, Searchbar, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { deleteTopic, mergeTopic, moveTopic, READ, type Topic, WRITE } from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { MergeDialog } from '../../components/MergeDialog.tsx';
import { TopicDialog } from './TopicDialog.tsx';
import { TopicTree } from './TopicTree.tsx';
import { branchOf, matching } from './tree.ts';

type Dialog = { kind: 'change'; topic: Topic } | { kind: 'new'; parent: DocumentId | null } | { kind: 'merge'; topic: Topic };

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
  const [search, setSearch] = useState('');
  const all = topics ?? [];
  const shown = matching(all, search);

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
  const remove = async (topic: Topic) => {
    const below = branchOf(all, topic).length - 1;
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
  const merge = async (topic: Topic, into: string) => {
    const { moved } = await call(mergeTopic, {
      params: { documentId: topic.documentId },
      body: { into: into as DocumentId },
    });
    done();
    toggleNotification({ type: 'success', message: t('merge.done', { count: moved }) });
  };
  const done = () => {
    setDialog(null);
    reload();
  };
  const add = mayWrite ? (
    <Button startIcon={<Plus />} onClick={() => setDialog({ kind: 'new', parent: null })}>
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
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={4} wrap="wrap" justifyContent="space-between">
            <Searchbar
              name="topic-search"
              value={search}
              placeholder={t('topic.search')}
              clearLabel={t('topic.search-clear')}
              onClear={() => setSearch('')}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setSearch(event.target.value)}
            >
              {t('topic.search')}
            </Searchbar>
            {mayWrite ? (
              <Typography variant="pi" textColor="neutral600">
                {t('topic.keys')}
              </Typography>
            ) : null}
          </Flex>
          <Box background="neutral0" shadow="tableShadow" hasRadius>
            <TopicTree
              topics={all}
              shown={shown}
              mayWrite={mayWrite}
              isBusy={isBusy}
              onMove={(topic, body) => act(() => call(moveTopic, { params: { documentId: topic.documentId }, body }))}
              onAdd={(parent) => setDialog({ kind: 'new', parent: parent.documentId })}
              onChange={(topic) => setDialog({ kind: 'change', topic })}
              onMerge={(topic) => setDialog({ kind: 'merge', topic })}
              onDelete={(topic) => void remove(topic)}
            />
          </Box>
          {shown.length === 0 ? <Typography>{t('topic.search-none', { search })}</Typography> : null}
        </Flex>
      )}
      {dialog?.kind === 'merge' ? (
        <MergeDialog
          name={dialog.topic.path}
          questions={dialog.topic.questions}
          targets={all
            .filter((topic) => !branchOf(all, dialog.topic).includes(topic))
            .map((topic) => ({ value: topic.documentId, label: topic.path }))}
          onMerge={(into) => merge(dialog.topic, into)}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog?.kind === 'new' ? (
        <TopicDialog topics={all} parent={dialog.parent} onClose={() => setDialog(null)} onDone={done} />
      ) : null}
      {dialog?.kind === 'change' ? (
        <TopicDialog topics={all} topic={dialog.topic} onClose={() => setDialog(null)} onDone={done} />
      ) : null}
      {question}
    </PageFrame>
  );
}
