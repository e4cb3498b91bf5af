export { audioIdOf, MAX_PLAYS, playLimitOf } from './audio-clip.ts';
export { cleanMarkdown } from './clean-markdown.ts';
export { plainText } from './plain-text.ts';
export type { RenderError, Rendered, RenderOptions } from './render-markdown.ts';
export { renderMarkdown } from './render-markdown.ts';
