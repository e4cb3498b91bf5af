import type { DocumentId } from '@lyceum/core/contract';
import type { QuestionUse } from '../../../contract/index.ts';

type UsesOf = (documentIds: readonly DocumentId[]) => Promise<QuestionUse[]>;

const KEY = Symbol.for('lyceum.questions.uses');
const holder = globalThis as { [KEY]?: Map<string, UsesOf> };

const registered = (): Map<string, UsesOf> => {
  holder[KEY] ??= new Map();
  return holder[KEY];
};

/** Lets a plugin say where it uses questions; asked before one is deleted. */
export const registerUse = (name: string, ask: UsesOf): void => {
  registered().set(name, ask);
};

export async function usesOf(documentIds: readonly DocumentId[]): Promise<QuestionUse[]> {
  return (await Promise.all([...registered().values()].map((ask) => ask(documentIds)))).flat();
}
