/** A context of Moodle and its root, as they stand before the names of categories. */
const CONTEXT = /^\$(?:course|module|system|category|cat\d{1,10})\$\d*$/i;

/** A category path of Moodle (`$course$/top/Algebra/Linear`; `//` is a slash of a name) as a topic path; null for the root. */
export function topicOf(category: string): string | null {
  const names = category
    .replaceAll('//', '\u0000')
    .split('/')
    .map((name) => name.replaceAll('\u0000', '/').trim().replace(/\s+/g, ' '));
  if (CONTEXT.test(names[0] ?? '')) names.shift();
  if (names[0] === 'top') names.shift();
  const filled = names.filter((name) => name !== '');
  return filled.length === 0 ? null : filled.join(' / ');
}

/** A topic path as a category path of Moodle. */
export const categoryOf = (topic: string | undefined): string =>
  ['$course$', 'top', ...(topic ?? '').split(' / ').filter((name) => name !== '')]
    .map((name) => name.replaceAll('/', '//'))
    .join('/');
