// npm run check: format, lint, types, imports, dead code, generated files, unit tests. At most a minute.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('scripts/check/main.ts');
