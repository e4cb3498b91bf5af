// npm run fuzz: every reader of the import with mutated files, in a child with little memory, for ten minutes or the given number.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('scripts/fuzz/main.ts', process.argv.slice(2));
