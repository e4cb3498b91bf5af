/** A sign that no text holds, so that a gap goes through any conversion as a word of its own. */
const BEFORE = '\uE000';
const AFTER = '\uE001';

/** Stands for a gap while a text is converted. */
export const gapMark = (number: number): string => `${BEFORE}${number}${AFTER}`;

/** The converted text with `[[1]]` at the place of each mark. */
export const withGaps = (markdown: string): string => markdown.replace(/\uE000(\d{1,3})\uE001/g, '[[$1]]');
