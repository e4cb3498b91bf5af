/** The start of a Markdown text for a list: an image is named by what it shows, also one that was cut off at the end. */
export const oneLine = (start: string): string =>
  start
    .replace(/!\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '[$1]')
    .replace(/!\[((?:[^\]\\]|\\.)*)(?:\](?:\([^)]*)?)?$/, '[$1]')
    .replace(/\\([[\]\\])/g, '$1')
    .trim();
