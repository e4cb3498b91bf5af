import { englishQuestions } from './english.ts';
import { mathematicsQuestions } from './mathematics.ts';
import type { DemoQuestion } from './types.ts';

/** The whole demo bank. */
export const demoQuestions: readonly DemoQuestion[] = [...englishQuestions, ...mathematicsQuestions];

/** Every text of a question that is Markdown. */
export function textsOf(question: DemoQuestion): string[] {
  const options = 'options' in question ? question.options.map((option) => option.text) : [];
  return [question.stem, ...options, question.explanation, question.solution, ...question.hints];
}
