import { refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, inTransaction, newId, type Tx } from '@lyceum/core/server';
import { type CustomRule, MAX_RULES, questionsProblems } from '../../../contract/index.ts';
import { examTypeCodes } from '../records/exam-type.ts';
import { allRules, changeRule, dropRule, insertRule } from '../records/rule.ts';

type Input = Omit<CustomRule, 'id'>;

async function knownExamType(tx: Tx, examType: string | null): Promise<void> {
  if (examType === null) return;
  const known = (await examTypeCodes(tx)).some(({ documentId }) => documentId === examType);
  if (!known) refuse(questionsProblems.examTypeNotFound, { errors: [{ path: 'body.examType', message: 'is not in the list' }] });
}

const ruleOf = async (tx: Tx, id: string): Promise<CustomRule> =>
  (await allRules(tx)).find((rule) => rule.id === id) ?? refuse(questionsProblems.ruleNotFound);

/** Rules that staff set; every change is audited with before and after. */
export const rules = {
  list: async (): Promise<{ rows: CustomRule[] }> => ({ rows: await allRules(db()) }),

  create: (input: Input, actor: Actor): Promise<CustomRule> =>
    inTransaction(async (tx) => {
      await knownExamType(tx, input.examType);
      if ((await allRules(tx)).length >= MAX_RULES) refuse(questionsProblems.tooManyRules, { params: { max: MAX_RULES } });
      const made = { id: newId(), ...input };
      await insertRule(tx, made);
      await audit(tx, { actor, action: 'questions.createRule', object: `rule:${made.id}`, after: made });
      return made;
    }),

  update: (id: string, input: Input, actor: Actor): Promise<CustomRule> =>
    inTransaction(async (tx) => {
      const before = await ruleOf(tx, id);
      await knownExamType(tx, input.examType);
      const after = { id, ...input };
      await changeRule(tx, after);
      await audit(tx, { actor, action: 'questions.updateRule', object: `rule:${id}`, before, after });
      return after;
    }),

  remove: (id: string, actor: Actor): Promise<void> =>
    inTransaction(async (tx) => {
      const before = await ruleOf(tx, id);
      await dropRule(tx, id);
      await audit(tx, { actor, action: 'questions.deleteRule', object: `rule:${id}`, before });
    }),
};
