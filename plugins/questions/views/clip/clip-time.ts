/** How fast a sound may run. */
export const SPEEDS = [0.75, 1, 1.25, 1.5] as const;

/** "1:05" of seconds. */
export function timeText(sec: number): string {
  const whole = Number.isFinite(sec) ? Math.max(0, Math.floor(sec)) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
