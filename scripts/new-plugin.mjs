// npm run new:plugin NAME: a plugin that starts, shows a page and passes every check. `--remove` takes it away again.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('scripts/new-plugin/main.ts');
