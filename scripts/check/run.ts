import { line } from '../start/progress.ts';
import { add, type Count, NOTHING } from './counts.ts';
import { CHECK_STEPS, type CheckStep } from './steps.ts';

const AT_A_TIME = 2;

/** Runs every step, two at a time; shows what the failing ones said. */
export async function runCheck(): Promise<Count> {
  const waiting = [...CHECK_STEPS];
  let total = NOTHING;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const count = await runStep(next);
      // Read after the wait: the other worker adds meanwhile.
      total = add(total, count);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return total;
}

async function runStep(step: CheckStep): Promise<Count> {
  const began = performance.now();
  const outcome = await step
    .run()
    .catch((cause: unknown) => ({ ok: false, words: cause instanceof Error ? cause.message : String(cause), count: undefined }));
  const ownCount = outcome.count === undefined ? null : outcome.count;
  line(
    'Check',
    `${step.name}: ${outcome.ok ? 'ok' : 'FAILED'}${ownCount ? ` (${ownCount.passed} tests)` : ''}`,
    performance.now() - began,
  );
  if (!outcome.ok) process.stdout.write(`${outcome.words.trim()}\n\n`);
  if (ownCount && (outcome.ok || ownCount.failed > 0)) return ownCount;
  return outcome.ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
