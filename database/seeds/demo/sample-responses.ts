import type { Content, GapKey, Key, Response } from '@lyceum/questions/contract';

type Given = NonNullable<Response>;

const SAMPLE_TEXT =
  'I would begin with what is known, say how each step follows from the one before, and close with what the result means.';

function rightGap(key: GapKey): string {
  if ('correct' in key) return key.correct[0] ?? '';
  return 'tolerance' in key ? String(key.value) : (key.accepted[0] ?? '');
}

/** A response that earns all points, in the ids of the bank; a recording cannot be made up, so it stays empty. */
export function rightResponse(key: Key): Given | null {
  if ('gaps' in key) return { gaps: Object.fromEntries(Object.entries(key.gaps).map(([id, gap]) => [id, rightGap(gap)])) };
  if ('pairs' in key) return { pairs: { ...key.pairs } };
  if ('order' in key) return { order: [...key.order] };
  if ('correct' in key) return { selected: [...key.correct] };
  if ('tolerance' in key) return { number: String(key.value) };
  return 'accepted' in key ? { text: key.accepted[0] ?? '' } : null;
}

const elsewhere = (options: readonly string[], right: readonly string[], luck: number): string => {
  const others = options.filter((id) => !right.includes(id));
  return others[Math.floor(luck * others.length)] ?? options[0] ?? '';
};

/** A response somebody might give who does not know. @param luck 0–1, which of the wrong ones */
export function wrongResponse(key: Key, content: Content, options: readonly string[], luck: number): Given | null {
  if ('gaps' in key) {
    const [first = '1', ...rest] = Object.keys(key.gaps);
    const right = Object.entries(key.gaps).filter(([id]) => rest.includes(id));
    return { gaps: { [first]: 'not sure', ...Object.fromEntries(right.map(([id, gap]) => [id, rightGap(gap)])) } };
  }
  if ('pairs' in key) {
    const pairs = Object.entries(key.pairs).map(([prompt, id], at) => [prompt, at === 0 ? elsewhere(options, [id], luck) : id]);
    return { pairs: Object.fromEntries(pairs) };
  }
  if ('order' in key) return { order: [...key.order].reverse() };
  if ('correct' in key) return { selected: [elsewhere(options, key.correct, luck)] };
  if ('tolerance' in key) return { number: String(key.value + 7) };
  return 'accepted' in key ? { text: 'not sure' } : longText(content);
}

/** What is handed in to be marked by hand; null for recordings. */
export const longText = ({ type }: Content): Given | null => (type === 'long-text' ? { longText: SAMPLE_TEXT } : null);
