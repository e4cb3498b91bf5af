export { ViewProvider } from './context.tsx';
export { optionLabel } from './option-label.ts';
export { Answer, Stem } from './parts.tsx';
export { QuestionView, type QuestionViewProps } from './QuestionView.tsx';
export { loadViews } from './registry.ts';
export { type ViewStrings, type ViewText, type ViewTexts, viewTexts } from './texts/texts.ts';
export { type AnswerProps, directionOf, type PlayGrant, type ViewActions, type ViewItem, type ViewResponse } from './types.ts';
