import { renderMarkdown } from '@lyceum/core/render';
import { error, warning } from '../types/messages.ts';
import { markdownFields, type Rule } from './rule.ts';

/** Addresses of the audio a text plays, read from the renderer's own output. */
export function audioUrls(html: string): string[] {
  return [...html.matchAll(/<span class="audio-clip" data-media="([^"]*)"/g)].map(([, id = '']) => `/media/${id}`);
}

/** Audio is a file of the bank that exists, and has a name that says what is heard. */
export const audio = {
  code: 'audio',
  check: (question, { hasFile }) =>
    markdownFields(question)
      .filter(({ text }) => text.includes('/media/'))
      .flatMap(({ field, text }) => {
        const { html, errors } = renderMarkdown(text);
        return [
          ...audioUrls(html)
            .filter((url) => !hasFile(url))
            .map((url) => error('audioMissing', field, { url })),
          ...(errors.some(({ code }) => code === 'audio-label') ? [warning('audioLabelMissing', field)] : []),
        ];
      }),
} as const satisfies Rule;
