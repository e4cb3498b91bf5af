import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSystem } from '../../scripts/test/system.ts';

/** Brings a Lyceum with demo content up; JOURNEY_URL points at one that runs already instead. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.JOURNEY_URL) return async () => undefined;
  const given = process.env.LYCEUM_DATA;
  const dataDir = given ? path.join(given, 'system') : mkdtempSync(path.join(tmpdir(), 'lyceum-journeys-'));
  const system = await startSystem({ dataDir, fromPort: 27_000 + (process.pid % 3000), environment: { LOG_LEVEL: 'warn' } });
  process.env.JOURNEY_URL = system.publicUrl;
  return async () => {
    await system.stop();
  };
}
