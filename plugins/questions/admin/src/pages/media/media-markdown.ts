import type { StoredMedia } from '../../../../contract/index.ts';

/** Names in Markdown brackets must not end the brackets. */
const inBrackets = (text: string): string =>
  text
    .replace(/[[\]\\]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();

/** A stored file as Markdown: an image with what it shows, audio with what is heard and how often it may be played. */
export function mediaMarkdown({ kind, address }: Pick<StoredMedia, 'kind' | 'address'>, label: string, plays?: number): string {
  const title = kind === 'audio' && plays !== undefined ? ` "plays=${plays}"` : '';
  return `![${inBrackets(label)}](${address}${title})`;
}

/** Whether a file one picked is audio, by what the browser takes it for or by its name. */
export const isAudio = (file: Pick<File, 'type' | 'name'>): boolean =>
  file.type.startsWith('audio/') || /\.(?:mp3|ogg|oga|opus|wav|m4a)$/i.test(file.name);
