// npm test: check, integration, journeys and faults, on a clean clone. `npm test -- check faults` runs only those.
import { continueUnderNode24, ensureInstalled } from './install.mjs';

await ensureInstalled();
continueUnderNode24('scripts/test/main.ts');
