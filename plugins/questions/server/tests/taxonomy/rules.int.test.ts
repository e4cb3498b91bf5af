import { type Person, type TestKit, testKit } from '@lyceum/core/testing';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type CustomRule,
  checkQuestion,
  createQuestion,
  createRule,
  createTopic,
  deleteRule,
  MANAGE_RULES,
  publishQuestions,
  type Question,
  READ,
  type RuleMessage,
  type Topic,
  updateRule,
  WRITE,
} from '../../../contract/index.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { distinctStem, uniqueName } from '../support.ts';

let kit: TestKit;
let admin: Person;
let topic: Topic;
const made: CustomRule[] = [];

beforeAll(async () => {
  kit = await testKit();
  admin = await kit.staff();
  topic = (await kit.call<Topic>(createTopic, { as: admin, body: { name: uniqueName('Rules') } })).body;
});

// Rules hold for the whole bank: none may outlive its test.
afterEach(async () => {
  for (const { id } of made.splice(0)) await kit.call(deleteRule, { as: admin, params: { id } });
});

async function rule(body: CustomRule['rule'], fields: object = {}): Promise<CustomRule> {
  const reply = await kit.call<CustomRule>(createRule, { as: admin, body: { rule: body, ...fields } });
  made.push(reply.body);
  return reply.body;
}
const question = (fields: object = {}) =>
  sample({ code: uniqueName('R').slice(0, 40), stem: distinctStem(), topic: topic.documentId, ...fields });
const check = async (fields: object = {}) =>
  (await kit.call<{ messages: RuleMessage[] }>(checkQuestion, { as: admin, body: { question: question(fields) } })).body.messages;

describe('rules that admins set [Q-38]', () => {
  it('hold on check, save and publish from the moment they are made until they are switched off', async () => {
    const before = (await kit.call<Question>(createQuestion, { as: admin, body: { question: question() } })).body;
    const made = await rule({ kind: 'requiredTag', tag: 'reviewed' });
    expect(await check()).toMatchObject([{ code: 'tagRequired', level: 'warning', field: 'tags' }]);
    const refused = await kit.call(createQuestion, { as: admin, body: { question: question() } });
    expect(refused).toMatchObject({ status: 409, body: { error: { details: { code: 'questions/warnings-not-accepted' } } } });
    const ticked = await kit.call(createQuestion, { as: admin, body: { question: question(), acceptWarnings: true } });
    expect(ticked.status).toBe(200);
    const publish = { as: admin, body: { documentIds: [before.documentId] } };
    expect((await kit.call(publishQuestions, publish)).body).toMatchObject({
      done: 0,
      failed: [{ messages: [{ code: 'tagRequired' }] }],
    });
    await kit.call(updateRule, { as: admin, params: { id: made.id }, body: { examType: null, rule: made.rule, isOn: false } });
    expect(await check()).toEqual([]);
    expect((await kit.call(publishQuestions, publish)).body).toMatchObject({ done: 1 });
  });

  it('switch a built-in warning off', async () => {
    const stem = distinctStem();
    const shares = { correct: ['a'], shares: { a: 0.5, b: 0 } };
    const warned = (await check({ stem, key: shares })).map(({ code }) => code);
    expect(warned).toContain('noFullShare');
    await rule({ kind: 'switchOff', code: 'noFullShare' });
    expect((await check({ stem, key: shares })).map(({ code }) => code)).not.toContain('noFullShare');
  });

  it('are refused with the field named, and only admins set them', async () => {
    const wrong = { kind: 'maxLength', field: 'stem', max: 0 };
    const refused = await kit.call(createRule, { as: admin, body: { rule: wrong } });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('body.rule.max');
    const unknown = await kit.call(createRule, {
      as: admin,
      body: { rule: { kind: 'requiredTag', tag: 't' }, examType: 'x'.repeat(24) },
    });
    expect(unknown.status).toBe(404);
    const editor = await kit.staff([READ, WRITE]);
    expect((await kit.call(createRule, { as: editor, body: { rule: { kind: 'requiredTag', tag: 't' } } })).status).toBe(403);
    expect(MANAGE_RULES).toBe('plugin::questions.rules.manage');
  });
});
