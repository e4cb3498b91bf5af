const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
// XML 1.0 has no place for these, not even as entities.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text without what no XML document can hold. */
export const possible = (text: string): string => text.toWellFormed().replace(IMPOSSIBLE, '');

/** Text between tags. */
export const xmlText = (text: string): string => possible(text).replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);

/** Attributes in the order they are given; those that are undefined or null are left out. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === null || value === undefined
        ? []
        : [` ${name}="${possible(String(value)).replace(/[&<>"\n\r\t]/g, (sign) => SIGNS[sign] ?? sign)}"`],
    )
    .join('');

/** An element around finished markup. */
export const xmlElement = (
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>> = {},
  inner: string | readonly string[] = '',
): string => {
  const content = typeof inner === 'string' ? inner : inner.join('');
  return content === '' ? `<${name}${xmlAttributes(attributes)}/>` : `<${name}${xmlAttributes(attributes)}>${content}</${name}>`;
};
