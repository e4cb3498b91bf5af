import type { Text } from '@lyceum/core/admin';
import type { ReactNode } from 'react';
import type { Question } from '../../../../contract/index.ts';
import { Figures } from '../care/Figures.tsx';
import { History } from '../history/History.tsx';
import { Translations } from '../translations/Translations.tsx';
import { Revisions } from './Revisions.tsx';
import type { QuestionOnScreen } from './use-question.ts';

/** A tab beside the form of a stored question; its name stands in the address. */
type QuestionTab = {
  readonly name: string;
  readonly label: (t: Text, stored: Question) => string;
  readonly render: (stored: Question, question: QuestionOnScreen) => ReactNode;
};

/** Further tabs are a line here. */
export const QUESTION_TABS: readonly QuestionTab[] = [
  {
    name: 'revisions',
    label: (t, { version }) => t('form.tab-revisions', { count: version }),
    render: (stored, { isDirty, take }) => <Revisions stored={stored} isDirty={isDirty} onRestored={take} />,
  },
  { name: 'history', label: (t) => t('history.title'), render: (stored) => <History stored={stored} /> },
  {
    name: 'statistics',
    label: (t) => t('figures.title'),
    render: ({ documentId, key }) => <Figures documentId={documentId} right={'correct' in key ? key.correct : []} />,
  },
  { name: 'translations', label: (t) => t('translations.title'), render: (stored) => <Translations stored={stored} /> },
];
