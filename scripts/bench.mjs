// npm run bench: the table of docs/guides/performance.md, measured on this machine.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('tests/bench/run.ts');
