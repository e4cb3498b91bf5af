import { ViewProvider } from './context.tsx';
import { Answer, Stem } from './parts.tsx';
import type { ViewTexts } from './texts/texts.ts';
import type { AnswerProps, ViewActions } from './types.ts';

export type QuestionViewProps = AnswerProps & { readonly texts: ViewTexts; readonly actions?: ViewActions | undefined };

/** A question with its answers, of any type. It knows no server: what it needs of one comes in `actions`. */
export function QuestionView({ texts, actions, ...answer }: QuestionViewProps) {
  return (
    <ViewProvider texts={texts} actions={actions}>
      <div className="question-view">
        <Stem {...answer} />
        <Answer {...answer} />
      </div>
    </ViewProvider>
  );
}
