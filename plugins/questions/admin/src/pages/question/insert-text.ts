/** A text area by the name of its field in messages; React gives its element no other handle that survives a re-render. */
export const areaOf = (field: string): HTMLTextAreaElement | null =>
  document.querySelector(`textarea[name="${CSS.escape(field)}"]`);

/** Puts the cursor where a message points, in view. */
export function goToPlace(field: string, position: number): void {
  const area = areaOf(field);
  if (!area) return;
  const at = Math.max(0, Math.min(position, area.value.length));
  area.focus();
  area.setSelectionRange(at, Math.min(at + 1, area.value.length));
  area.scrollIntoView({ block: 'center' });
}

/** Puts the cursor behind what was put into a text, without selecting anything. */
export function placeCursor(field: string, position: number): void {
  const area = areaOf(field);
  area?.focus();
  area?.setSelectionRange(position, position);
}

/** The text with a piece put in the place of the selection, or at the end when the field was never entered. */
export function withInserted(field: string, text: string, piece: string): string {
  const area = areaOf(field);
  const from = area?.selectionStart ?? text.length;
  const to = area?.selectionEnd ?? text.length;
  return `${text.slice(0, from)}${piece}${text.slice(to)}`;
}

/** Leads to the field of a message, in a text to the place it names. */
export function goToField(field: string, position: string | number | undefined): void {
  if (areaOf(field)) {
    goToPlace(field, Number(position ?? 0));
    return;
  }
  // The key is no single input, and options are one list: their group takes the focus.
  const isAnswer = field.startsWith('key') || field.startsWith('details') || field === 'options';
  const [name = field] = field.split('.');
  const input =
    document.querySelector<HTMLElement>(`input[name="${CSS.escape(field)}"]`) ??
    document.getElementById(`field-${field}`) ??
    document.getElementById(isAnswer ? 'field-key' : `field-${name}`) ??
    document.querySelector<HTMLElement>(`#cell-${CSS.escape(name)} :is(input, [role="combobox"])`);
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
}
