import type { Text } from '@lyceum/core/admin';

/** What a person calls a value that is stored as a word: a type or a language. Every other text stays as it is. */
export function valueText(t: Text, field: string, value: string): string {
  if (field === 'type') return t(`type.${value}`);
  if (field === 'language') return t(`language.${value}`);
  return value;
}
