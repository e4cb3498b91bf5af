import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compress } from './encoding.ts';
import { isCompressible } from './static-files.ts';

/** Writes a brotli and a gzip copy beside every text file of the build, so that no visitor waits for a compressor. */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of await readdir(root, { recursive: true, withFileTypes: true })) {
          if (!file.isFile() || !isCompressible(file.name)) continue;
          const place = path.join(file.parentPath, file.name);
          const { br, gzip } = await compress(await readFile(place), 'best');
          await Promise.all([writeFile(`${place}.br`, br), writeFile(`${place}.gz`, gzip)]);
        }
      },
    },
  };
}
