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

/** cms/package.json with the plugin among its dependencies, in the order of names as npm keeps it. */
export function withDependency(text: string, name: string): string {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(text);
  const dependencies = { ...manifest.dependencies, [`@lyceum/${name}`]: '*' };
  return written({
    ...manifest,
    dependencies: Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

export function withoutDependency(text: string, name: string): string {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(text);
  return written({
    ...manifest,
    dependencies: Object.fromEntries(Object.entries(manifest.dependencies).filter(([each]) => each !== `@lyceum/${name}`)),
  });
}

function written(manifest: object): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
