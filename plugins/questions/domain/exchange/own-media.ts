import type { ExchangeQuestion } from './item.ts';

/** Every Markdown text of a question, those inside options, prompts, gaps and feedback too. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** True when a text shows an image or plays audio that is kept by this platform. */
export const namesOwnMedia = (question: ExchangeQuestion): boolean =>
  textsOf(question).some((text) => text.includes('](/uploads/') || text.includes('](/media/') || text.includes('](media:'));
