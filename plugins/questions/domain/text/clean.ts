import { cleanMarkdown } from '@lyceum/core/render';

/** A text as it is stored: NFC, without hidden marks and control characters, without space at its ends [I1]. */
export const cleanText = (text: string): string => cleanMarkdown(text).trim();

/** The same on one line, for codes, names, tags. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');

/** What two options are compared by: NFC and trimmed; case counts, kHz and khz differ. */
export const optionIdentity = (text: string): string => text.normalize('NFC').trim();
