import { renderMarkdown } from '@lyceum/core/render';
import { error, warning } from '../types/messages.ts';
import { markdownFields, type Rule } from './rule.ts';

/** Addresses of the images a text shows. The renderer's own output is read, so nothing it would show is missed. */
export function imageUrls(html: string): string[] {
  return [...html.matchAll(/<img src="([^"]*)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
}

/** Images are files of the platform that exist, and have alternative text. */
export const images = {
  code: 'images',
  check: (question, { hasFile }) =>
    markdownFields(question)
      .filter(({ text }) => text.includes('!['))
      .flatMap(({ field, text }) => {
        const { html, errors } = renderMarkdown(text);
        const foreign = errors.some(({ code }) => code === 'image-address');
        return [
          ...(foreign ? [error('mediaUnreachable', field, { url: '…' })] : []),
          ...imageUrls(html)
            .filter((url) => !hasFile(url))
            .map((url) => error('mediaUnreachable', field, { url: url.slice(0, 200) })),
          ...(errors.some(({ code }) => code === 'image-alt') ? [warning('altMissing', field)] : []),
        ];
      }),
} as const satisfies Rule;
