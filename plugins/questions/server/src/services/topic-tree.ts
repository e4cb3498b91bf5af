import type { Db } from '@lyceum/core/server';
import { type PlacedNode, placed } from '../../../domain/topic/tree.ts';
import { allTopics, type TopicRecord } from '../records/topic.ts';

export type PlacedTopic = PlacedNode<TopicRecord>;

/** The tree as it is now, parents before children. */
export const topicTree = async (db: Db): Promise<PlacedTopic[]> => placed(await allTopics(db));

/** Path of each topic by document id. */
export const topicPaths = (tree: readonly PlacedTopic[]): Map<string, string> =>
  new Map(tree.map(({ documentId, path }) => [documentId, path]));
