import { refuse } from '@lyceum/core/contract';
import type { ItemAudio } from '../../../contract/papers.ts';
import { examProblems } from '../../../contract/problems.ts';
import { type Place, placesOf } from '../../../domain/paper/paper.ts';
import { type Attempt, ownAttempt } from '../records/attempt.ts';
import { countPlay, playsOf } from '../records/plays.ts';
import { formOf } from './forms.ts';
import { type CompiledItem, compiledItems } from './items.ts';
import { questionBank } from './question-bank.ts';
import { reviewed } from './review-access.ts';
import { openSection, running } from './running.ts';

/** An address of a sound opens for so long: a page fetches the sound at once and plays what it fetched. */
const PLAY_TTL_SEC = 60;

const left = (limit: number | null, plays: number) => (limit === null ? null : Math.max(0, limit - plays));

/** Sounds of the given items with the plays that are left; asks the database only when some item has a limit. */
export async function audioOf(
  attempt: Attempt,
  places: readonly Place[],
  compiled: readonly CompiledItem[],
): Promise<Map<number, ItemAudio[]>> {
  const isLimited = attempt.state === 'running' && compiled.some(({ clips }) => clips.some((clip) => clip.plays !== null));
  const played = new Map(isLimited ? (await playsOf(attempt.id)).map((one) => [`${one.item} ${one.media}`, one.plays]) : []);
  const found = new Map<number, ItemAudio[]>();
  places.forEach(({ item }, at) => {
    const clips = compiled[at]?.clips ?? [];
    if (clips.length === 0) return;
    found.set(
      item,
      clips.map(({ media, plays }) => ({
        media,
        playsLeft: attempt.state === 'running' ? left(plays, played.get(`${item} ${media}`) ?? 0) : null,
      })),
    );
  });
  return found;
}

/** The sound of an item, when it belongs to that item. @throws Refusal `itemNotFound` */
async function clipOf(attempt: Attempt, item: number, media: string) {
  const place = placesOf(attempt.paper)[item - 1];
  if (!place) return refuse(examProblems.itemNotFound);
  const [compiled] = await compiledItems([place.revisionId]);
  return compiled?.clips.find((clip) => clip.media === media) ?? refuse(examProblems.itemNotFound);
}

/**
 * Counts one play of a sound and gives a short-lived address for it. The count lies with the attempt, so a reload or
 * another device changes nothing. After the end, where the review is open, a sound may be heard as often as one likes.
 */
export async function play(attemptId: string, learnerId: number, { item, media }: { item: number; media: string }) {
  const url = (clip: { media: string }) => questionBank().signedMedia(clip.media, PLAY_TTL_SEC);
  const ended = await ownAttempt(attemptId, learnerId);
  if (ended && ended.state !== 'running') {
    const { attempt } = await reviewed(attemptId, learnerId);
    return { url: url(await clipOf(attempt, item, media)), playsLeft: null };
  }
  const attempt = await running(attemptId, learnerId);
  const open = await openSection(attempt, await formOf(attempt.formId, attempt.examId));
  const first = open.index === attempt.sectionIndex ? attempt.openFirst : open.first;
  if (item < first || item > open.last) return refuse(examProblems.itemNotFound);
  const clip = await clipOf(attempt, item, media);
  const plays = await countPlay(attempt.id, item, clip.media, clip.plays);
  if (plays === null) return refuse(examProblems.noPlaysLeft, { params: { plays: clip.plays } });
  return { url: url(clip), playsLeft: left(clip.plays, plays) };
}
