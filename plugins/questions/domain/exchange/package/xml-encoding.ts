const KNOWN = new Set([
  'utf-8',
  'utf8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'iso-8859-9',
  'iso-8859-6',
  'windows-1252',
  'windows-1254',
  'windows-1256',
]);

/** The encoding of an XML document by its mark, its zeros or its first line; UTF-8 where nothing is said. Null for one we do not know. */
export function xmlEncoding(head: Uint8Array): string | null {
  const [a = -1, b = -1] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(head.subarray(0, 200));
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]{0,150}?encoding\s{0,3}=\s{0,3}["']([A-Za-z0-9._-]{1,30})["']/.exec(
    start,
  )?.[1];
  const name = (named ?? 'utf-8').toLowerCase();
  // Bytes that are no UTF-16 cannot be what their own first line says.
  if (name.startsWith('utf-16')) return 'utf-8';
  return KNOWN.has(name) ? name : null;
}
