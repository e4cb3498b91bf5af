/** Private audio of this installation: `/media/<id>`. Players ask the server for an address that plays; this one never does. */
const AUDIO_ADDRESS = /^\/media\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Most plays a text may grant. */
export const MAX_PLAYS = 99;

/** Id of the audio file an address names; null for any other address. */
export const audioIdOf = (address: string): string | null => AUDIO_ADDRESS.exec(address)?.[1] ?? null;

/** `plays=2` in the title limits how often a learner may play it in one attempt; null where it does not. */
export function playLimitOf(title: string | null): number | null {
  const plays = Number(/(?:^|\s)plays=([0-9]{1,2})(?:\s|$)/.exec(title ?? '')?.[1] ?? Number.NaN);
  return plays >= 1 && plays <= MAX_PLAYS ? plays : null;
}
