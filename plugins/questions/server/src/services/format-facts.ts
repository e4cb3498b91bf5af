import { db } from '@lyceum/core/server';
import type { ItemFacts } from '../../../domain/import/prepare-item.ts';
import { topicFinder } from '../../../domain/topic/find-topic.ts';
import { knownNames } from '../import/child/names.ts';
import { examTypeCodes } from '../records/exam-type.ts';
import { redirects } from '../records/redirect.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

/** Names of the bank that proposals may use, and what they stand for. */
export type NamesOfBank = {
  readonly topicPaths: readonly string[];
  readonly examTypeCodes: readonly string[];
  readonly find: Pick<ItemFacts, 'topic' | 'examType' | 'skill'>;
};

export async function namesOfBank(): Promise<NamesOfBank> {
  const tree = await topicTree(db());
  return {
    topicPaths: [...topicPaths(tree).values()],
    examTypeCodes: (await examTypeCodes(db())).map(({ code }) => code),
    find: { ...(await knownNames(db())), topic: topicFinder(tree, await redirects(db(), 'topic')) },
  };
}
