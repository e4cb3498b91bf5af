import { createHash } from 'node:crypto';
import { db, newId, sql } from '@lyceum/core/server';
import { rulesOf } from '@lyceum/questions/scoring';
import { paperId } from '../../../plugins/exams/domain/paper/option-order.ts';
import { placesOf } from '../../../plugins/exams/domain/paper/paper.ts';
import { ownAttempt } from '../../../plugins/exams/server/src/records/attempt.ts';
import { finish } from '../../../plugins/exams/server/src/services/finish.ts';
import { formOf } from '../../../plugins/exams/server/src/services/forms.ts';
import { compiledItems } from '../../../plugins/exams/server/src/services/items.ts';
import { orderOf } from '../../../plugins/exams/server/src/services/shown-item.ts';
import { start } from '../../../plugins/exams/server/src/services/start.ts';
import { longText, rightResponse, wrongResponse } from './sample-responses.ts';
import type { DemoSitting } from './types.ts';

/** 0 … 1, always the same for the same text. */
const share = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

/**
 * Chance of a right answer: a logistic curve of how able the learner is against how hard the question is (Rasch 1960),
 * with ability and difficulty both brought to −3 … 3.
 */
const chance = (ability: number, difficulty: number): number =>
  1 / (1 + Math.exp(-(6 * ability - 3 - ((difficulty - 5.5) / 4.5) * 2)));

/**
 * Plays one sitting of the past through the real rules: start, responses, submit with scoring, then moves its times back.
 * Sittings of one learner must come in the order of time, as cool-downs and attempts count.
 */
export async function sitInThePast(
  { examSlug, learnerEmail, startedAt, minutesUsed, ability }: DemoSitting,
  learnerId: number,
): Promise<void> {
  const { attemptId } = await start(examSlug, { deviceId: newId(), accepted: true }, learnerId);
  const attempt = await ownAttempt(attemptId, learnerId);
  if (!attempt) throw new Error('The attempt just started is not there');
  const { definition } = await formOf(attempt.formId, attempt.examId);
  const places = placesOf(attempt.paper);
  const items = await compiledItems(places.map((place) => place.revisionId));
  const secondsPerItem = (minutesUsed * 60) / places.length;
  const responses: Record<string, unknown> = {};
  items.forEach((item, at) => {
    const number = at + 1;
    const luck = share(`${learnerEmail} ${startedAt.toISOString()} ${number}`);
    const { key, difficulty, content } = item.revision;
    const isRight = luck < chance(ability, difficulty);
    const order = orderOf(attempt, number, item, definition.shuffleOptions);
    const rules = rulesOf(content.type);
    const wrong = () => wrongResponse(key, content, order('options'), share(`${number} ${luck}`));
    const bank = (isRight ? rightResponse(key) : wrong()) ?? longText(content);
    if (bank === null || rules.isEmpty(bank)) return;
    const given = rules.mapIds(bank, (list, id) => {
      const at = order(list).indexOf(id);
      return at < 0 ? id : paperId(at);
    });
    responses[number] = {
      rev: 1,
      response: given,
      flagged: luck > 0.93,
      secondsSpent: Math.round(secondsPerItem * (0.5 + luck)),
    };
  });
  await db().run(
    sql`UPDATE activity.exams_attempts SET responses = ${sql.json(responses)}, version = version + 1, saved_at = now() WHERE id = ${attemptId}`,
  );
  const done = await finish(attemptId, learnerId, 'learner');
  if (done?.state !== 'scored') throw new Error('A demo sitting could not be scored');
  const endedAt = new Date(startedAt.getTime() + minutesUsed * 60_000);
  await db().run(sql`
    UPDATE activity.exams_attempts SET started_at = ${startedAt}, ended_at = ${endedAt}, scored_at = ${endedAt}, saved_at = ${endedAt},
      deadline_at = CASE WHEN deadline_at IS NULL THEN NULL ELSE ${startedAt}::timestamptz + (deadline_at - started_at) END
    WHERE id = ${attemptId}`);
}
