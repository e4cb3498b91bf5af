/** So many characters stand on either side of the place. */
const AROUND = 24;

export type Fragment = {
  before: string;
  marked: string;
  after: string /** Place in the text as it is typed. */;
  position: number;
};

/**
 * The surroundings of a place in a text, on one line, with the sign at the place apart; at the end of the text that is a space.
 * @param position counted in the text as the rules see it, without space at its beginning
 */
export function fragmentAt(text: string, position: number): Fragment {
  const lead = text.length - text.trimStart().length;
  const at = Math.max(0, Math.min(text.length, lead + position));
  const line = (part: string) => part.replace(/\s+/gu, ' ');
  const start = Math.max(0, at - AROUND);
  const end = Math.min(text.length, at + 1 + AROUND);
  return {
    before: (start > 0 ? '…' : '') + line(text.slice(start, at)),
    marked: line(text.slice(at, at + 1)) || ' ',
    after: line(text.slice(at + 1, end)) + (end < text.length ? '…' : ''),
    position: at,
  };
}
