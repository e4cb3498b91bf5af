const TURKISH: Record<string, string> = { ı: 'i', ş: 's', ğ: 'g', ç: 'c', ö: 'o', ü: 'u' };

/** A name as part of an address: lower case, letters and digits of any script, joined by `-`. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[ışğçöü]/g, (letter) => TURKISH[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  return slug || 'topic';
}
