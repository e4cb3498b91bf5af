/**
 * Marks that steer or hide text without being seen: direction overrides, embeddings, isolates and marks, zero-width
 * space and word joiners, byte order mark, soft hyphen, annotation and tag characters.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;
/** Joiners stay where they shape something: between letters of joining scripts and inside emoji. */
const STRAY_JOINER =
  /(?<!\uFE0F|[\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{Script=Arabic}\p{Extended_Pictographic}])/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/**
 * Text as it is stored: composed (NFC), with line feeds, without control characters and without marks that hide or
 * reorder what a reader sees [I1]. Done on write; the renderer stays safe for text that never came through here.
 */
export function cleanMarkdown(text: string): string {
  return withoutInvisible(text.toWellFormed().replace(/\r\n?|\u2028|\u2029/g, '\n')).normalize('NFC');
}

/** The same marks removed from finished output. */
export function withoutInvisible(text: string): string {
  return text.replace(CONTROL, '').replace(INVISIBLE, '').replace(STRAY_JOINER, '');
}
