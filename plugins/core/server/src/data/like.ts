/** The text with the signs that LIKE gives a meaning to taken as themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** A LIKE pattern for values that hold the text somewhere. */
export const containing = (text: string): string => `%${literal(text)}%`;

/** A LIKE pattern for values that begin with the text. */
export const beginningWith = (text: string): string => `${literal(text)}%`;
