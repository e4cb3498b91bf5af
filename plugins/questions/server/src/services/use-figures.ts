import type { DocumentId } from '@lyceum/core/contract';
import type { AnsweredItem, AttemptImpact, ItemResponseSource, Key } from '../../../contract/index.ts';

const KEY = Symbol.for('lyceum.questions.use-figures');
type Registered = { sources: Map<string, ItemResponseSource>; impacts: Map<string, AttemptImpact> };
const holder = globalThis as { [KEY]?: Registered };

const registered = (): Registered => {
  holder[KEY] ??= { sources: new Map(), impacts: new Map() };
  return holder[KEY];
};

/** Lets a plugin hand over learners' answers, for the nightly figures [Q-48]. */
export const registerItemResponses = (name: string, source: ItemResponseSource): void => {
  registered().sources.set(name, source);
};

/** Lets a plugin say how many scores a new key would change. */
export const registerAttemptImpact = (name: string, impact: AttemptImpact): void => {
  registered().impacts.set(name, impact);
};

/** Answers to questions from everybody who has some, one source after the other. */
export async function* itemResponses(since: Date | null): AsyncGenerator<AnsweredItem> {
  for (const source of registered().sources.values()) yield* source(since);
}

/** How many attempts would get another score if this were the key. */
export async function attemptImpact(documentId: DocumentId, key: Key): Promise<number> {
  const counts = await Promise.all([...registered().impacts.values()].map((impact) => impact({ documentId, key })));
  return counts.reduce((sum, count) => sum + count, 0);
}
