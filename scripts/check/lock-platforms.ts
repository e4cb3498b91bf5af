import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { completeLock, type Lock } from './complete-lock.ts';

const file = path.resolve(import.meta.dirname, '..', '..', 'package-lock.json');
const before = readFileSync(file, 'utf8');
const lock: Lock = JSON.parse(before);
const added = completeLock(lock);
if (process.argv.includes('--check')) {
  if (added.length > 0) {
    process.stderr.write(
      `package-lock.json lacks packages of other systems, so npm ci would refuse it: ${added.join(', ')}.\nRun npm run lock:complete.\n`,
    );
    process.exit(1);
  }
} else if (added.length > 0) {
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`Added ${added.length} packages of other systems to package-lock.json.\n`);
}
