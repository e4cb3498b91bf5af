import type { ReactNode } from 'react';
import type { QuestionType } from '../../../../contract/index.ts';
import { AcceptedEditor } from './AcceptedEditor.tsx';
import { NumberEditor } from './NumberEditor.tsx';
import { type EditorProps, OptionsEditor } from './OptionsEditor.tsx';
import { TrueFalseEditor } from './TrueFalseEditor.tsx';

/** The part of the form that each type has of its own. */
export const ANSWER_EDITORS = {
  'single-choice': OptionsEditor,
  'multiple-choice': OptionsEditor,
  'true-false': TrueFalseEditor,
  number: NumberEditor,
  'short-text': AcceptedEditor,
} as Partial<Record<QuestionType, (props: EditorProps) => ReactNode>>;
