import { demoExams } from './exams.ts';
import { demoLearners } from './people.ts';
import type { DemoSitting } from './types.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ENGLISH = 'english-placement-test';
const MATHEMATICS = 'mathematics-entrance-exam';

/** What one learner did: days ago in falling order, and how able at the first and the last sitting. */
type Course = { email: string; exam: string; daysAgo: number[]; from: number; to: number };

const course = (email: string, exam: string, daysAgo: number[], from: number, to = from): Course => ({
  email: `${email}@lyceum.test`,
  exam,
  daysAgo,
  from,
  to,
});

/**
 * Six weeks, told by hand so that each screen has something to show: steady progress, a setback, one sitting only,
 * all attempts used, a pass at once. Deniz keeps two attempts in mathematics; Sofía has just registered.
 */
const courses: readonly Course[] = [
  course('learner', ENGLISH, [33, 19, 5], 0.5, 0.72),
  course('learner', MATHEMATICS, [12], 0.55),
  course('amal', ENGLISH, [38, 24, 10], 0.42, 0.6),
  course('amal', MATHEMATICS, [16, 3], 0.6, 0.74),
  course('yusuf', ENGLISH, [29], 0.35),
  course('yusuf', MATHEMATICS, [27, 20, 9], 0.45, 0.66),
  course('rania', ENGLISH, [21, 6], 0.68, 0.8),
  course('elif', ENGLISH, [40, 26, 13, 2], 0.55, 0.82),
  course('elif', MATHEMATICS, [8], 0.88),
  course('ilker', MATHEMATICS, [31, 17, 4], 0.5, 0.47),
  course('zeynep', ENGLISH, [36], 0.9),
  course('zeynep', MATHEMATICS, [35, 14], 0.63, 0.79),
  course('maja', ENGLISH, [18], 0.86),
  course('tomas', ENGLISH, [25, 11], 0.58, 0.52),
  course('tomas', MATHEMATICS, [22], 0.81),
  course('ngozi', ENGLISH, [15, 1], 0.77, 0.91),
  course('ngozi', MATHEMATICS, [7], 0.7),
  course('linh', ENGLISH, [30, 23, 16, 9], 0.3, 0.56),
  course('linh', MATHEMATICS, [28], 0.93),
  course('mateus', ENGLISH, [41, 34], 0.4, 0.48),
  course('priya', MATHEMATICS, [37, 10], 0.76, 0.9),
];

/** FNV-1a: spreads a text over 0 … 1, always the same for the same text. */
function share(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The last characters have had few multiplications; mix them into the high bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Offset of a zone from UTC in whole hours at an instant; enough to keep sittings out of the night. */
function offsetHours(timeZone: string, at: Date): number {
  const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at);
  const apart = Number(hour) - at.getUTCHours();
  return apart > 12 ? apart - 24 : apart < -12 ? apart + 24 : apart;
}

function sitting(one: Course, place: number, daysAgo: number, today: Date): DemoSitting {
  const seed = `${one.email} ${one.exam} ${place}`;
  const zone = demoLearners.find((learner) => learner.email === one.email)?.timeZone ?? 'UTC';
  const noon = new Date(today.getTime() - daysAgo * DAY_MS + 12 * HOUR_MS);
  // Between 9 in the morning and 9 in the evening where the learner lives.
  const localMinute = 9 * 60 + Math.floor(share(`${seed} start`) * 12 * 60);
  const startedAt = new Date(today.getTime() - daysAgo * DAY_MS + localMinute * 60_000 - offsetHours(zone, noon) * HOUR_MS);
  const growth = one.daysAgo.length === 1 ? 0 : place / (one.daysAgo.length - 1);
  const limitMinutes = (demoExams.find((exam) => exam.slug === one.exam)?.timeLimitSec ?? 3600) / 60;
  return {
    learnerEmail: one.email,
    examSlug: one.exam,
    startedAt,
    minutesUsed: Math.round(limitMinutes * (0.5 + 0.45 * share(`${seed} length`))),
    ability: Number((one.from + (one.to - one.from) * growth).toFixed(2)),
  };
}

/**
 * Sittings of the demo learners in the six weeks before `now`, oldest first. The same day gives the same list, and all
 * of them ended before `now`.
 */
export function demoHistory(now: Date): DemoSitting[] {
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  return courses
    .flatMap((one) => one.daysAgo.map((daysAgo, place) => sitting(one, place, daysAgo, today)))
    .filter((one) => one.startedAt.getTime() + one.minutesUsed * 60_000 < now.getTime())
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
}
