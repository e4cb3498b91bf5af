import { randomUUID } from 'node:crypto';
import { db, sql } from '@lyceum/core/server';
import { type TestKit, testKit } from '@lyceum/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckReport, checkExam, type ExamInput, type PaperItem } from '../../../contract/index.ts';
import { ExamInput as ExamInputSchema } from '../../../contract/staff-exams.ts';
import { exam, itemsOf, paper, publishQuestion, raisePool, sit, stored, type TestQuestion, topic } from '../room.ts';

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});

async function areVariants(one: TestQuestion, other: TestQuestion): Promise<void> {
  const [a = '', b = ''] = [one.documentId, other.documentId].sort();
  await db().run(sql`
    INSERT INTO activity.questions_duplicates (question_a, question_b, similarity, decision, decided_by, decided_at)
    VALUES (${a}, ${b}, 0.9, 'variants', 1, now())`);
  await raisePool();
}

/** A published question of the bank's own table, as a translation of another, in the pool too. */
async function translationOf(source: TestQuestion, topicId: string, language: 'tr' | 'ar'): Promise<TestQuestion> {
  const made = await publishQuestion(topicId, { language, stem: `${language} of ${source.documentId}` });
  await db().run(sql`
    INSERT INTO questions_questions (document_id, code, type, stem, key, difficulty, language, state, translation_of, published_at, created_at)
    VALUES (${made.documentId}, ${randomUUID().slice(0, 30)}, 'single-choice', 'x', '{"correct":["a"]}', 3, ${language}, 'published', ${source.documentId}, now(), now())`);
  await raisePool();
  return made;
}

const byRule = (topicId: string, count: number) =>
  ExamInputSchema.shape.sections.parse([{ id: 'main', rules: [{ id: 'rule', topic: topicId, count }] }]);
const byHand = (questions: readonly TestQuestion[]) =>
  ExamInputSchema.shape.sections.parse([{ id: 'main', fixed: questions.map((one) => one.documentId) }]);

async function items(slug: string, learner?: Parameters<typeof sit>[2]): Promise<PaperItem[]> {
  return itemsOf((await paper(kit, await sit(kit, slug, learner))).body);
}

const findings = async (input: Partial<ExamInput>) => {
  const body = { exam: { title: 'Any', slug: `exam-${randomUUID()}`, ...input } };
  return (await kit.call<CheckReport>(checkExam, { body, as: await kit.staff() })).body.findings.map((one) => one.code);
};

describe('variants of one question [Q-40]', () => {
  it('never meet on one paper, and the paper is full all the same', async () => {
    const topicId = await topic(kit);
    const [a, b, c, d] = [
      await publishQuestion(topicId),
      await publishQuestion(topicId),
      await publishQuestion(topicId),
      await publishQuestion(topicId),
    ];
    if (!a || !b || !c || !d) throw new Error('four questions');
    await areVariants(a, b);
    await areVariants(c, d);
    const { slug } = await exam(kit, { sections: byRule(topicId, 2) });
    for (let turn = 0; turn < 10; turn++) {
      const stems = (await items(slug)).map((item) => item.stemHtml).join();
      expect(stems.includes(a.documentId) !== stems.includes(b.documentId)).toBe(true);
      expect(stems.includes(c.documentId) !== stems.includes(d.documentId)).toBe(true);
    }
    const shortage = await findings({ sections: byRule(topicId, 3) });
    expect(shortage).toContain('ruleShort');
  });

  it('are kept apart from the moment somebody says they are variants', async () => {
    const topicId = await topic(kit);
    const [a, b] = [await publishQuestion(topicId), await publishQuestion(topicId)];
    const { slug } = await exam(kit, { sections: byRule(topicId, 2) });
    expect(await items(slug)).toHaveLength(2);
    await areVariants(a, b);
    await expect
      .poll(
        () =>
          items(slug).then(
            (found) => found.length,
            () => 'refused',
          ),
        { timeout: 4_000 },
      )
      .toBe('refused');
  });

  it('are warned of when somebody fixes two of them in an exam, and are left there', async () => {
    const topicId = await topic(kit);
    const [a, b, c] = [await publishQuestion(topicId), await publishQuestion(topicId), await publishQuestion(topicId)];
    await areVariants(a, b);
    expect(await findings({ sections: byHand([a, b, c]) })).toContain('variantsTogether');
    expect(await findings({ sections: byHand([a, c]) })).not.toContain('variantsTogether');
    const { slug } = await exam(kit, { sections: byHand([a, b]) });
    expect(await items(slug)).toHaveLength(2);
  });
});

describe('translations [Q-11]', () => {
  it('stand in for their question when the learner reads that language, and are never drawn for themselves', async () => {
    const topicId = await topic(kit);
    const source = await publishQuestion(topicId);
    const turkish = await translationOf(source, topicId, 'tr');
    const { slug } = await exam(kit, { sections: byRule(topicId, 1) });
    const [own] = await items(slug, await kit.learner({ locale: 'tr' }));
    expect(own).toMatchObject({ lang: 'tr', isTranslated: true });
    expect(own?.stemHtml).toContain(`tr of ${source.documentId}`);
    const [english] = await items(slug, await kit.learner({ locale: 'en' }));
    expect(english).toMatchObject({ lang: 'en', isTranslated: true });
    expect(await findings({ sections: byRule(topicId, 2) })).toContain('ruleShort');
    expect(turkish.documentId).not.toBe(source.documentId);
  });

  it('that are missing leave the question in its own language, and the paper says so', async () => {
    const topicId = await topic(kit);
    const source = await publishQuestion(topicId);
    await translationOf(source, topicId, 'tr');
    const { slug } = await exam(kit, { sections: byHand([source]) });
    expect(await items(slug, await kit.learner({ locale: 'ar' }))).toMatchObject([{ lang: 'en', isTranslated: false }]);
    expect(await items(slug, await kit.learner({ locale: 'tr' }))).toMatchObject([{ lang: 'tr', isTranslated: true }]);
  });

  it('stay what they were at the start when the learner changes language in the middle', async () => {
    const topicId = await topic(kit);
    const source = await publishQuestion(topicId);
    await translationOf(source, topicId, 'tr');
    const { slug } = await exam(kit, { sections: byHand([source]) });
    const learner = await kit.learner({ locale: 'tr' });
    const at = await sit(kit, slug, learner);
    await db().run(sql`UPDATE up_users SET language = 'en' WHERE id = ${learner.id}`);
    expect(itemsOf((await paper(kit, at)).body)).toMatchObject([{ lang: 'tr', isTranslated: false }]);
    expect((await stored(at.attemptId)).state).toBe('running');
  });
});
