const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ';
const SUB = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ';
const PLAIN = '0123456789+-=()ni';

/** Raised or lowered characters as Unicode has them; null when one of them has no such form. */
export function raisedOrLowered(text: string, kind: 'sup' | 'sub'): string | null {
  const forms = [...(kind === 'sup' ? SUPER : SUB)];
  let out = '';
  for (const char of text.replaceAll('−', '-').replaceAll('–', '-')) {
    const at = PLAIN.indexOf(char);
    const form = forms[at];
    if (at < 0 || form === undefined) return null;
    out += form;
  }
  return out;
}
