/** How Markdown names a file that comes with an import. */
export const MEDIA_SCHEME = 'media:';

/** The address of a file of the import: everything that Markdown could take for an end is written as %XX. */
export const mediaAddress = (name: string): string =>
  MEDIA_SCHEME + name.replace(/[^\p{L}\p{N}._~/-]/gu, (char) => encodeURIComponent(char).replace(/[!'()*]/g, percent));

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** The name of the file that an address names; null for any other address. */
export const mediaNameOf = (address: string): string | null =>
  address.startsWith(MEDIA_SCHEME) ? decoded(address.slice(MEDIA_SCHEME.length)) : null;

/** Text with %XX resolved; as it stands where that is no UTF-8. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % in a file name.
    return text;
  }
}

/** A path inside a package without `./`, `../`, a leading `/` and backslashes. Relative to a folder where one is given. */
export function safePath(path: string, folder = ''): string {
  const plain = path.replaceAll('\\', '/');
  const parts = plain.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of plain.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/').normalize('NFC');
}

/** The path that an address in a document of a package means: without query and fragment, %XX resolved. */
export const packagePath = (address: string, folder = ''): string => safePath(decoded(address.split(/[?#]/, 1)[0] ?? ''), folder);
