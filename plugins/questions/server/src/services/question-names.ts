import type { Db } from '@lyceum/core/server';
import type { NameOf } from '../../../domain/comparison/compare-questions.ts';
import { examTypeCodes } from '../records/exam-type.ts';
import { skillNames } from '../records/skill.ts';
import { topicPaths, topicTree } from './topic-tree.ts';

/** What topics, exam types and skills are called today, by their document ids; what is gone keeps its id. */
export async function questionNames(db: Db): Promise<NameOf> {
  const [tree, examTypes, skills] = await Promise.all([topicTree(db), examTypeCodes(db), skillNames(db)]);
  const names = new Map<string, string>([
    ...topicPaths(tree),
    ...examTypes.map(({ documentId, code }): [string, string] => [documentId, code]),
    ...skills.map(({ documentId, name }): [string, string] => [documentId, name]),
  ]);
  return (id) => names.get(id) ?? id;
}
