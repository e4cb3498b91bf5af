const LATIN = 'ABCDEFGHIJ';
const ARABIC = ['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط', 'ي'];

/** The letter in front of an option: A, B, C …, in Arabic the order of abjad that printed papers use. */
export function optionLabel(index: number, locale: string): string {
  const label = locale === 'ar' ? ARABIC[index] : LATIN[index];
  return label ?? String(index + 1);
}
