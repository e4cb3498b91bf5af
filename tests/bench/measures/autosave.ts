import { clear, saveBody, startAll } from '../attempts.ts';
import { type Line, perSec, rounds } from '../compare.ts';
import { during, hammer, request } from '../load.ts';
import type { Stage } from '../stage.ts';

const ROUND_MS = 2_000;

/** Ten answers in one call, with ticket, owner, device, deadline and revision checked, at 8 and 32 connections. */
export async function autosave(stage: Stage): Promise<Line[]> {
  await clear(stage);
  const sittings = await startAll(stage, stage.cms.learners.length);
  let turn = 0;
  const next = () => {
    const sitting = sittings[turn % sittings.length];
    if (!sitting) throw new Error('There is no attempt to save to');
    turn += 1;
    return { sitting, body: saveBody(Math.floor(turn / sittings.length) + 1) };
  };
  const ours = () => {
    const { sitting, body } = next();
    // A browser sends its session cookie along, so the bench does too.
    const headers = { 'Lyceum-Ticket': sitting.ticket, Authorization: `Bearer ${sitting.token}` };
    return request('POST', `/api/v1/exams/attempts/${sitting.attemptId}/save`, headers, body);
  };
  const bare = () => {
    const { sitting, body } = next();
    const { attemptId, learnerId, deviceId } = sitting;
    return request('POST', '/save', {}, { attemptId, learnerId, deviceId, ...body });
  };
  const lines: Line[] = [];
  for (const connections of [8, 32]) {
    await hammer(stage.cms.port, connections, during(1_000, ours));
    await hammer(stage.bare.port, connections, during(1_000, bare));
    const seen = await rounds(
      5,
      () => hammer(stage.cms.port, connections, during(ROUND_MS, ours)),
      () => hammer(stage.bare.port, connections, during(ROUND_MS, bare)),
    );
    const slow = connections === 8 && seen.p95 > 25;
    lines.push({
      path: `autosave of 10 responses, ${connections} connections`,
      ours: perSec(seen.ours),
      bare: perSec(seen.bare),
      ratio: seen.ratio,
      goal: connections === 8 ? '≥ 0.70, p95 ≤ 25 ms' : '≥ 0.70',
      met: seen.ratio >= 0.7 && !slow && seen.failed === 0,
      note: `p95 ${seen.p95.toFixed(1)} ms${seen.failed > 0 ? `, ${seen.failed} failed` : ''}`,
    });
  }
  return lines;
}
