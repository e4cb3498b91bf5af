import { useText } from '@lyceum/core/admin';
import { Loader } from '@strapi/design-system';
import { useMemo } from 'react';
import type { QuestionInput } from '../../../../contract/index.ts';
import { toDraft } from '../question/draft.ts';
import { Preview } from '../question/Preview.tsx';
import { usePreview } from '../question/use-preview.ts';

/** A question that is read and not written, as learners see it. */
export function LearnersView({ question }: { question: QuestionInput }) {
  const t = useText('questions');
  const draft = useMemo(() => toDraft(question), [question]);
  const { rendered, isStale } = usePreview(draft, true);
  if (rendered === null) return <Loader>{t('form.loading')}</Loader>;
  return <Preview rendered={rendered} isStale={isStale} isEmpty={false} />;
}
