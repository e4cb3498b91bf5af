// npm run bench: every hot path against a bare server or the hardware's limit, measured on this machine.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('tests/bench/run.ts');
