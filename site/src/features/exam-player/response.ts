import type { ItemResponse } from '@lyceum/exams/contract';

/** True when the question counts as answered: something is chosen or typed. */
export function isAnswer(response: ItemResponse | null): boolean {
  if (response === null) return false;
  if ('selected' in response) return response.selected.length > 0;
  return ('number' in response ? response.number : response.text).trim() !== '';
}

/** Options chosen so far; none where the question is not one of choice. */
export function selectedOf(response: ItemResponse | null): readonly string[] {
  return response !== null && 'selected' in response ? response.selected : [];
}

/** Text typed so far, of a number or a short text. */
export function typedOf(response: ItemResponse | null): string {
  if (response === null || 'selected' in response) return '';
  return 'number' in response ? response.number : response.text;
}

/**
 * The choice after pressing an option: the only one in single choice, added or taken away where several may be chosen.
 * Keeps the paper's order, so that the same choice always has the same form. Nothing chosen is null, not an empty list.
 */
export function choose(
  response: ItemResponse | null,
  option: string,
  order: readonly string[],
  several: boolean,
): ItemResponse | null {
  if (!several) return { selected: [option] };
  const chosen = new Set(selectedOf(response));
  if (!chosen.delete(option)) chosen.add(option);
  const selected = order.filter((id) => chosen.has(id));
  return selected.length === 0 ? null : { selected };
}
