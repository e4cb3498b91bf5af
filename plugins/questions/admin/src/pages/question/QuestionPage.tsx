import { PageFrame, useConfirm, useText, useUnsavedGuard } from '@lyceum/core/admin';
import { Box, Loader, Tabs } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { READ, WRITE } from '../../../../contract/index.ts';
import { useTopics } from '../../api/use-topics.ts';
import { HOME } from '../../plugin-id.ts';
import { SimilarNotice } from '../duplicates/SimilarNotice.tsx';
import { ReviewNotice } from '../review/ReviewNotice.tsx';
import { RelativesNotice } from '../translations/RelativesNotice.tsx';
import { toInput } from './draft.ts';
import { FormNotices } from './FormNotices.tsx';
import { ShareForReview } from './preview/ShareForReview.tsx';
import { QuestionActions } from './QuestionActions.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { QUESTION_TABS } from './question-tabs.tsx';
import { shownMessages } from './shown-messages.ts';
import { usePreview } from './use-preview.ts';
import { useQuestion } from './use-question.ts';

/** One question: written, shown as learners see it, checked, saved, published; and its versions. */
export function QuestionPage() {
  const t = useText('questions');
  const { documentId } = useParams();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { confirm, dialog } = useConfirm();
  const question = useQuestion(documentId);
  const topics = useTopics();
  const { rendered, isStale } = usePreview(question.draft, !question.isLoading);
  const letPass = useUnsavedGuard(question.isDirty, confirm);
  const { stored, draft } = question;

  const tab = QUESTION_TABS.find(({ name }) => name === params.get('tab'));
  const messages = shownMessages({ ...question, live: rendered?.messages ?? null });

  const go = (to: string) => {
    letPass();
    navigate(to, { replace: true });
  };

  return (
    <PageFrame
      title={stored ? stored.code : t('form.new')}
      subtitle={stored ? [t(`type.${stored.type}`), stored.topicPath].filter(Boolean).join(' · ') : t('form.new-subtitle')}
      permission={documentId ? READ : WRITE}
      navigationAction={<BackButton fallback={HOME} />}
      secondaryAction={stored ? <ShareForReview documentId={stored.documentId} /> : undefined}
      primaryAction={
        <QuestionActions
          question={question}
          confirm={confirm}
          onMade={(made) => go(`${HOME}/bank/${made.documentId}`)}
          onRemoved={() => go(HOME)}
        />
      }
      error={question.error}
    >
      {question.isLoading ? (
        question.error ? null : (
          <Loader>{t('form.loading')}</Loader>
        )
      ) : (
        <Tabs.Root
          value={params.get('tab') ?? 'edit'}
          onValueChange={(tab: string) => setParams(tab === 'edit' ? {} : { tab }, { replace: true })}
        >
          {stored ? (
            <Tabs.List aria-label={t('form.tabs')}>
              <Tabs.Trigger value="edit">{t('form.tab-edit')}</Tabs.Trigger>
              {QUESTION_TABS.map(({ name, label }) => (
                <Tabs.Trigger key={name} value={name}>
                  {label(t, stored)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          ) : null}
          <Box paddingTop={stored ? 6 : 0}>
            {tab && stored ? (
              tab.render(stored, question)
            ) : (
              <>
                {stored ? <ReviewNotice stored={stored} /> : null}
                {stored ? <RelativesNotice stored={stored} /> : null}
                <FormNotices question={question} messages={messages} />
                <SimilarNotice question={toInput(draft)} documentId={stored?.documentId ?? null} />
                <QuestionForm
                  draft={draft}
                  change={question.setDraft}
                  messages={messages}
                  preview={{
                    rendered,
                    isStale,
                    isEmpty: draft.stem.trim() === '',
                  }}
                  topics={topics.value ?? []}
                  onTopicMade={topics.reload}
                />
              </>
            )}
          </Box>
        </Tabs.Root>
      )}
      {dialog}
    </PageFrame>
  );
}
