/** Names Strapi's own plugins have already, and words that are folders or addresses of ours. */
const TAKEN = new Set([
  'admin',
  'api',
  'cms',
  'config',
  'content-manager',
  'content-releases',
  'content-type-builder',
  'email',
  'graphql',
  'i18n',
  'review-workflows',
  'strapi',
  'upload',
  'uploads',
  'users-permissions',
]);

/** What is wrong with a plugin's name, or null. */
export function problemWithName(name: string | undefined): string | null {
  if (name === undefined) return 'Say the name: npm run new:plugin sample';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 30) {
    return `"${name}" cannot be the name of a plugin: use small letters, digits and single hyphens, at most 30, such as "question-bank".`;
  }
  return TAKEN.has(name) ? `"${name}" is taken by Strapi or by an address of ours; choose another name.` : null;
}

/** `question-bank` → `Question bank`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A template's text with its marks replaced. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((all, [mark, value]) => all.replaceAll(`__${mark}__`, value), text);
}
