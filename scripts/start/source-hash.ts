import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.astro', '.cache', '.strapi', '.tmp', 'generated', 'tests']);

/**
 * A hash over the content and the names of files: changes exactly when one of them does. Paths may be
 * files or folders, relative to `root`; missing ones count as missing. Tests do not count.
 */
export function sourceHash(root: string, paths: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const each of extra) hash.update(`extra\0${each}\0`);
  for (const file of paths.flatMap((each) => filesBelow(path.join(root, each))).sort()) {
    hash.update(`${path.relative(root, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || entry.name.includes('.test.')) return [];
    const full = path.join(place, entry.name);
    if (entry.isDirectory()) return filesBelow(full);
    return entry.isFile() ? [full] : [];
  });
}
