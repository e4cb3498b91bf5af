import { env } from '@lyceum/config/env';

let passed = 0;

/**
 * A named place where a fault test may end the process at once, so that "between commit and answer" is certain
 * instead of lucky. Does nothing unless LYCEUM_FAULT names it; `name:3` means the third time it is passed.
 */
export function faultPoint(name: string): void {
  const wanted = env().run.fault;
  if (!wanted) return;
  const [wantedName, times] = wanted.split(':');
  if (wantedName !== name) return;
  passed += 1;
  if (passed >= Number(times ?? 1)) process.kill(process.pid, 'SIGKILL');
}
