import { add, closingLine, NOTHING } from '../check/counts.ts';
import { line } from '../start/progress.ts';
import { Trouble } from '../start/trouble.ts';
import { ensurePrograms } from './chromium.ts';
import { makeScratch, removeScratch, STAGES, type Stage } from './stages.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no stage ${unknown.join(', ')}; the stages are ${STAGES.map((stage) => stage.name).join(', ')}.\n`,
  );
  process.exit(1);
}
const stages = STAGES.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abort.abort(new Error(signal)));
process.on('disconnect', () => abort.abort(new Error('disconnect')));
process.channel?.unref();

const scratch = makeScratch();
let total = NOTHING;
try {
  await ensurePrograms(stages.some((stage) => stage.needsBrowser));
  for (const stage of stages) {
    if (!abort.signal.aborted) total = add(total, await runStage(stage));
  }
} catch (cause) {
  if (!(cause instanceof Trouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  total = add(total, { ...NOTHING, failed: 1 });
} finally {
  removeScratch(scratch);
}
if (abort.signal.aborted) total = add(total, { ...NOTHING, failed: 1 });
if (total.skipped > 0) process.stdout.write(`Skipped: ${total.skipped}\n`);
process.stdout.write(`${closingLine(total)}\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** One stage with its heading and time; what it throws is one failure. */
async function runStage(stage: Stage) {
  process.stdout.write(`\n── ${stage.name} ──\n`);
  const began = performance.now();
  const count = await stage.run(scratch, abort.signal).catch((cause: unknown) => {
    process.stderr.write(
      `${cause instanceof Trouble ? cause.message : cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
    );
    return { ...NOTHING, failed: 1 };
  });
  line(
    'Stage',
    `${stage.name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
    performance.now() - began,
  );
  return count;
}
