/** The question in the address: `#q12` is the twelfth of the paper. Null for anything else. */
export function itemOfHash(hash: string): number | null {
  const digits = /^#q([1-9]\d{0,3})$/.exec(hash)?.[1];
  return digits === undefined ? null : Number(digits);
}

export const hashOf = (item: number): string => `#q${item}`;
