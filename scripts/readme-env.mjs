// npm run readme:env: writes the table of environment variables into README.md. With --check it only compares.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('scripts/check/readme-env.ts');
