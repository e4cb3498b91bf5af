export { cleanMarkdown } from './clean-markdown.ts';
export { plainText } from './plain-text.ts';
export { renderMarkdown } from './render-markdown.ts';
export type { Rendered, RenderError, RenderOptions } from './render-markdown.ts';
