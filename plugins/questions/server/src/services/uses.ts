import type { DocumentId } from '@lyceum/core/contract';
import type { QuestionUse, UsageCount } from '../../../contract/index.ts';

type UsesOf = (documentIds: readonly DocumentId[]) => Promise<QuestionUse[]>;
type CountUsage = () => AsyncIterable<readonly UsageCount[]>;

const KEY = Symbol.for('lyceum.questions.uses');
const holder = globalThis as { [KEY]?: { uses: Map<string, UsesOf>; usage: Map<string, CountUsage> } };

const registered = () => {
  holder[KEY] ??= { uses: new Map(), usage: new Map() };
  return holder[KEY];
};

/** Lets a plugin say where it uses questions; asked before one is deleted. */
export const registerUse = (name: string, ask: UsesOf): void => {
  registered().uses.set(name, ask);
};

/** Where these questions are used; one question may stand there several times. */
export async function usesOf(documentIds: readonly DocumentId[]): Promise<QuestionUse[]> {
  return (await Promise.all([...registered().uses.values()].map((ask) => ask(documentIds)))).flat();
}

/** Lets a plugin count how often questions were given to learners; asked every night. */
export const registerUsage = (name: string, count: CountUsage): void => {
  registered().usage.set(name, count);
};

/** Everybody who counts. */
export const usageSources = (): readonly CountUsage[] => [...registered().usage.values()];
