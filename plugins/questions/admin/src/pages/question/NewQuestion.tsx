import { QuestionPage } from './QuestionPage.tsx';

/** The empty form; its own component, so that nothing of a question opened before stays in it. */
export const NewQuestion = () => <QuestionPage key="new" />;
