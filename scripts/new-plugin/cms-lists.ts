/** How the cms's own files name a plugin; each edit is found again when the plugin is removed. */

const keyOf = (name: string): string => (/^[a-z]\w*$/.test(name) ? name : `'${name}'`);
const entryOf = (name: string): string => `  ${keyOf(name)}: { enabled: true },\n`;

/** cms/config/plugins.js with the plugin behind the last of ours, which stand before Strapi's `upload`. */
export function withPluginEnabled(text: string, name: string): string {
  return text.includes(entryOf(name)) ? text : text.replace(/^ {2}upload: /m, `${entryOf(name)}  upload: `);
}

export function withoutPluginEnabled(text: string, name: string): string {
  return text.replace(entryOf(name), '');
}

/** cms/src/index.js, where the start-up guard lists what must have loaded. */
export function withPluginGuarded(text: string, name: string): string {
  if (text.includes(`'${name}'`)) return text;
  return text
    .replace(/(?=, 'upload', 'users-permissions'\])/, `, '${name}'`)
    .replace(/(\['core'(?:, '[\w-]+')*)(\]\.filter)/, `$1, '${name}'$2`);
}

export function withoutPluginGuarded(text: string, name: string): string {
  return text.replaceAll(`, '${name}'`, '');
}

const dependencyOf = (name: string): string => `    "@lyceum/${name}": "*",\n`;

/** cms/package.json with the plugin behind the last of ours among its dependencies. */
export function withDependency(text: string, name: string): string {
  if (text.includes(dependencyOf(name))) return text;
  const end = [...text.matchAll(/^ {4}"@lyceum\/[\w-]+": "\*",\n/gm)].at(-1);
  return end === undefined ? text : text.replace(end[0], `${end[0]}${dependencyOf(name)}`);
}

export function withoutDependency(text: string, name: string): string {
  return text.replace(dependencyOf(name), '');
}
