// npm run types: writes cms/types/generated. With --check it only tells whether they are fresh.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('scripts/check/strapi-types.ts');
