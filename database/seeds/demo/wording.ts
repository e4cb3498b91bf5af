/** Template tag for text with LaTeX: backslashes stay as typed. */
export const tex = String.raw;

/** Parts of a longer text, each a paragraph of its own. */
export const paragraphs = (...parts: string[]): string => parts.join('\n\n');

/** A numbered list, one step of a solution a line. */
export const steps = (...parts: string[]): string => parts.map((part, index) => `${index + 1}. ${part}`).join('\n');

/** A text to read, set off from the question about it. */
export const passage = (...parts: string[]): string => parts.map((part) => `> ${part}`).join('\n>\n');

/** What all demo questions have in common. */
export const demo = { language: 'en', points: 1, source: 'Lyceum demo', licence: 'CC BY 4.0' } as const;
