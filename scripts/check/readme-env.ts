import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SECTIONS } from '@lyceum/config/env';
import { environmentTables, withTables } from './environment-tables.ts';

const file = path.resolve(import.meta.dirname, '..', '..', 'README.md');
const before = readFileSync(file, 'utf8');
const after = withTables(before, environmentTables(SECTIONS));
if (after === null) {
  process.stderr.write(
    'README.md lacks the lines <!-- environment:begin --> and <!-- environment:end -->, between which the table goes.\n',
  );
  process.exit(1);
}
if (process.argv.includes('--check')) {
  if (after !== before) {
    process.stderr.write('The environment variables in README.md are not those of config/env. Run npm run readme:env.\n');
    process.exit(1);
  }
} else {
  writeFileSync(file, after);
}
