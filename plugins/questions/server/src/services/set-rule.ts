import { type DocumentId, refuse } from '@lyceum/core/contract';
import type { Db } from '@lyceum/core/server';
import { questionsProblems, type SetRule } from '../../../contract/index.ts';
import { sameName } from '../../../domain/topic/tree.ts';
import { examTypeCodes } from '../records/exam-type.ts';
import { redirects } from '../records/redirect.ts';
import { skillNames } from '../records/skill.ts';
import { topicTree } from './topic-tree.ts';

/** Where merged topics, exam types and skills lead. */
export type RuleNames = Readonly<Record<'topic' | 'examType' | 'skill', ReadonlyMap<string, string>>>;

export const ruleNames = async (db: Db): Promise<RuleNames> => ({
  topic: await redirects(db, 'topic'),
  examType: await redirects(db, 'exam-type'),
  skill: await redirects(db, 'skill'),
});

/** A rule as it is to be read today: what was merged stands for what it went into. */
export function currentRule(rule: SetRule, names: RuleNames): SetRule {
  const follow = (map: ReadonlyMap<string, string>, id: DocumentId) => (map.get(sameName(id)) ?? id) as DocumentId;
  return {
    ...rule,
    topic: rule.topic && follow(names.topic, rule.topic),
    examTypes: [...new Set(rule.examTypes.map((id) => follow(names.examType, id)))],
    skill: rule.skill && follow(names.skill, rule.skill),
  };
}

/** @throws Refusal `topicNotFound`, `examTypeNotFound` or `skillNotFound`, with the field */
export async function requireKnown(db: Db, { topic, examTypes, skill }: SetRule): Promise<void> {
  const at = (field: string, problem: Parameters<typeof refuse>[0]): never =>
    refuse(problem, { errors: [{ path: `body.content.rule.${field}`, message: 'does not exist' }] });
  if (topic && !(await topicTree(db)).some(({ documentId }) => documentId === topic))
    at('topic', questionsProblems.topicNotFound);
  if (examTypes.length > 0) {
    const known = new Set<string>((await examTypeCodes(db)).map(({ documentId }) => documentId));
    const unknown = examTypes.findIndex((id) => !known.has(id));
    if (unknown >= 0) at(`examTypes.${unknown}`, questionsProblems.examTypeNotFound);
  }
  if (skill && !(await skillNames(db)).some(({ documentId }) => documentId === skill))
    at('skill', questionsProblems.skillNotFound);
}
