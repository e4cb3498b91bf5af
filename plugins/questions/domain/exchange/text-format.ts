/** How a file of Moodle says a text is written: `moodle` is plain text with some HTML whose line breaks are shown. */
export const TEXT_FORMATS = ['moodle', 'html', 'markdown', 'plain'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];
