import { closingLine } from './counts.ts';
import { runCheck } from './run.ts';

const count = await runCheck();
process.stdout.write(`${closingLine(count)}\n`);
process.exit(count.failed === 0 ? 0 : 1);
