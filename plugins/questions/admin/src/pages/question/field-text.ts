import type { Text } from '@lyceum/core/admin';

const LETTERS = 'ABCDEFGHIJ';
const letterAt = (place: string): string => LETTERS[Number(place)] ?? String(Number(place) + 1);
const next = (place: string): number => Number(place) + 1;

const option = (t: Text, name: string): string => t('field.option-named', { name });

/** `true`, or the id of an option, which is its first letter. */
const optionOfId = (t: Text, id: string): string =>
  id === 'true' || id === 'false' ? t(`true-false.${id}`) : option(t, id.toUpperCase());

/** Parts of the answer key: `gaps.2.value` → "Gap 2". */
function keyText(t: Text, part: string, rest: readonly string[]): string {
  const [at = ''] = rest;
  switch (part) {
    case 'shares':
      return at === '' ? t('field.shares') : t('share.named', { name: optionOfId(t, at) });
    case 'feedback':
      return t('feedback.named', { name: optionOfId(t, at) });
    case 'alternatives':
      return at === '' ? t('field.alternatives') : t('alternative.named', { number: next(at) });
    case 'gaps':
      return t('gap.named', { number: at });
    case 'pairs':
      return t('match.row', { number: at });
    case 'rubric':
      return at === '' ? t('rubric.heading') : t('rubric.named', { number: next(at) });
    case 'modelAnswer':
      return t('field.modelAnswer');
    default:
      return t(`field.key-${part}`);
  }
}

/** Parts of what belongs to the type: `prompts.0.text` → "Row 1". */
function detailsText(t: Text, part: string, rest: readonly string[]): string {
  const [at = '', , place] = rest;
  if (part === 'gaps') {
    if (at === '') return t('gap.title');
    return place === undefined
      ? t('gap.place', { number: next(at) })
      : t('gap.option', { number: next(at), name: letterAt(place) });
  }
  if (part === 'prompts') return at === '' ? t('match.title') : t('match.row', { number: next(at) });
  return t(`field.${part}`);
}

/** What a person calls a field of the rules' messages: `options.1.text` → "Option B". */
export function fieldText(t: Text, field: string): string {
  const [name = '', part, ...rest] = field.split('.');
  if (part === undefined) return t(`field.${name}`);
  if (name === 'options') return option(t, letterAt(part));
  if (name === 'hints') return t('field.hint-named', { number: next(part) });
  if (name === 'key') return keyText(t, part, rest);
  return name === 'details' ? detailsText(t, part, rest) : t(`field.${name}`);
}
