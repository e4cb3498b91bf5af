import { ViewProvider } from './context.tsx';
import { Answer, Stem } from './parts.tsx';
import type { ViewTexts } from './texts/texts.ts';
import type { AnswerProps, ViewActions } from './types.ts';

export type QuestionViewProps = AnswerProps & {
  readonly texts: ViewTexts;
  readonly actions?: ViewActions | undefined;
  /** Drawn once as text, without a script behind it. */
  readonly isStatic?: boolean;
};

/** A question with its answers, of any type. It knows no server: what it needs of one comes in `actions`. */
export function QuestionView({ texts, actions, isStatic = false, ...answer }: QuestionViewProps) {
  return (
    <ViewProvider texts={texts} actions={actions} isStatic={isStatic}>
      <div className="question-view">
        <Stem {...answer} />
        <Answer {...answer} />
      </div>
    </ViewProvider>
  );
}
