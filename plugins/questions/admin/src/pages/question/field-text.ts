import type { Text } from '@lyceum/core/admin';

const LETTERS = 'ABCDEFGHIJ';

/** What a person calls a field of the rules' messages: `options.1.text` → "Option B". */
export function fieldText(t: Text, field: string): string {
  const [name = '', at] = field.split('.');
  if (name === 'options' && at !== undefined)
    return t('field.option-named', { name: LETTERS[Number(at)] ?? String(Number(at) + 1) });
  if (name === 'hints' && at !== undefined) return t('field.hint-named', { number: Number(at) + 1 });
  if (name === 'key' && at !== undefined) return t(`field.key-${at}`);
  return t(`field.${name}`);
}
