import { answer } from '@lyceum/core/server';
import {
  createExamType,
  createRule,
  createSkill,
  deleteExamType,
  deleteRule,
  deleteSkill,
  listExamTypes,
  listRules,
  listSkills,
  mergeExamType,
  mergeSkill,
  renameSkill,
  updateExamType,
  updateRule,
} from '../../../contract/index.ts';
import { examTypes } from '../services/exam-type.ts';
import { rules } from '../services/rule.ts';
import { skills } from '../services/skill.ts';

const deleted = { deleted: true as const };

export const taxonomyAnswers = [
  answer(listExamTypes, () => examTypes.list()),
  answer(createExamType, ({ body, actor }) => examTypes.create(body, actor)),
  answer(updateExamType, ({ params, body, actor }) => examTypes.update(params.documentId, body, actor)),
  answer(mergeExamType, ({ params, body, actor }) => examTypes.merge(params.documentId, body.into, actor)),
  answer(deleteExamType, async ({ params, actor }) => {
    await examTypes.remove(params.documentId, actor);
    return deleted;
  }),
  answer(listRules, () => rules.list()),
  answer(createRule, ({ body, actor }) => rules.create(body, actor)),
  answer(updateRule, ({ params, body, actor }) => rules.update(params.id, body, actor)),
  answer(deleteRule, async ({ params, actor }) => {
    await rules.remove(params.id, actor);
    return deleted;
  }),
  answer(listSkills, () => skills.list()),
  answer(createSkill, ({ body, actor }) => skills.create(body, actor)),
  answer(renameSkill, ({ params, body, actor }) => skills.rename(params.documentId, body, actor)),
  answer(mergeSkill, ({ params, body, actor }) => skills.merge(params.documentId, body.into, actor)),
  answer(deleteSkill, async ({ params, actor }) => {
    await skills.remove(params.documentId, actor);
    return deleted;
  }),
];
