import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentId } from '@lyceum/core/contract';
import { db, log, type StaffMember, sql } from '@lyceum/core/server';
import { ExamInput, type ExamsPublicService } from '@lyceum/exams/contract';
import { QuestionInput } from '@lyceum/questions/contract';
import type { Core } from '@strapi/types';
import type { AccountsService } from '../../../plugins/platform/server/src/services/index.ts';
import { questions as bank } from '../../../plugins/questions/server/src/services/question.ts';
import { publishMany } from '../../../plugins/questions/server/src/services/question-bulk.ts';
import { topics as topicService } from '../../../plugins/questions/server/src/services/topic.ts';
import { demoExams } from './exams.ts';
import { demoFigures, withAddresses } from './figures.ts';
import { demoHistory } from './history.ts';
import { DEMO_PASSWORD, demoPeople } from './people.ts';
import { demoQuestions } from './questions.ts';
import { sitInThePast } from './sittings.ts';
import { placedTopics } from './topics.ts';
import type { DemoExam, DemoQuestion } from './types.ts';

type Ids = ReadonlyMap<string, DocumentId>;

async function people(strapi: Core.Strapi): Promise<{ editor: StaffMember; learnerIds: ReadonlyMap<string, number> }> {
  const accounts: AccountsService = strapi.plugin('platform').service('accounts');
  const learnerIds = new Map<string, number>();
  let editor: StaffMember | null = null;
  for (const { email, name, role, locale, timeZone } of demoPeople) {
    const account = { email, password: DEMO_PASSWORD, displayName: name, locale };
    if (role === 'learner') {
      learnerIds.set(email, (await accounts.ensureLearner({ ...account, timeZone })).id);
      continue;
    }
    const staff = await accounts.ensureStaff({ ...account, role });
    if (role === 'content-editor') editor = { kind: 'staff', id: staff.adminUserId, email };
  }
  if (!editor) throw new Error('The demo people need a content editor');
  return { editor, learnerIds };
}

async function topicTree(editor: StaffMember): Promise<Ids> {
  const ids = new Map<string, DocumentId>();
  const known = (await topicService.list()).rows;
  for (const { path: place, parentPath, name, code } of placedTopics) {
    const parent = parentPath === null ? null : (ids.get(parentPath) ?? null);
    const found = known.find((topic) => topic.name === name && topic.parent === parent);
    ids.set(place, (found ?? (await topicService.create({ name, code, parent }, editor))).documentId);
  }
  return ids;
}

/** Uploads each figure once and tells the address it got, below `/uploads/`. */
async function figures(strapi: Core.Strapi): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  for (const name of demoFigures) {
    const known = await strapi.db.query('plugin::upload.file').findOne({ where: { name } });
    const filepath = path.join(import.meta.dirname, 'figures', name);
    const made = known
      ? [known]
      : await strapi
          .plugin('upload')
          .service('upload')
          .upload({
            data: { fileInfo: { name } },
            files: { filepath, originalFilename: name, mimetype: 'image/png', size: readFileSync(filepath).length },
          });
    addresses.set(name, String(made[0].url));
  }
  return addresses;
}

function toInput(question: DemoQuestion, topics: Ids, addressOf: (file: string) => string): QuestionInput {
  const text = (markdown: string) => withAddresses(markdown, addressOf);
  const { hints, topic, solution, explanation, stem, ...rest } = question;
  return QuestionInput.parse({
    ...rest,
    ...('options' in question ? { options: question.options.map((option) => ({ ...option, text: text(option.text) })) } : {}),
    stem: text(stem),
    explanation: text(explanation) || null,
    solution: text(solution) || null,
    hints: hints.map(text),
    topic: topics.get(topic) ?? null,
  });
}

async function questionIds(strapi: Core.Strapi, editor: StaffMember, topics: Ids): Promise<Ids> {
  const addresses = await figures(strapi);
  const addressOf = (file: string) => addresses.get(file) ?? `/uploads/${file}`;
  const known = new Map(
    (
      await db().many<{ code: string; document_id: DocumentId }>(
        sql`SELECT code, document_id FROM questions_questions WHERE published_at IS NULL`,
      )
    ).map((row) => [row.code, row.document_id]),
  );
  const fresh: DocumentId[] = [];
  for (const question of demoQuestions) {
    if (known.has(question.code)) continue;
    const made = await bank.create({ question: toInput(question, topics, addressOf), acceptWarnings: true }, editor);
    known.set(question.code, made.documentId);
    fresh.push(made.documentId);
  }
  if (fresh.length > 0) {
    const report = await publishMany({ documentIds: fresh, acceptWarnings: true, note: 'Demo content' }, editor);
    if (report.failed.length > 0) throw new Error(`Demo questions were refused: ${JSON.stringify(report.failed)}`);
  }
  return known;
}

function toExam({ passPercent, sections, ...exam }: DemoExam, topics: Ids, questions: Ids): ExamInput {
  const idOf = (ids: Ids, name: string): DocumentId => {
    const id = ids.get(name);
    if (!id) throw new Error(`The demo exam ${exam.slug} names ${name}, which does not exist`);
    return id;
  };
  return ExamInput.parse({
    ...exam,
    passMark: { percent: passPercent },
    sections: sections.map(({ fixed, rules, ...section }) => ({
      ...section,
      fixed: fixed.map((code) => idOf(questions, code)),
      rules: rules.map((rule) => ({ ...rule, topic: idOf(topics, rule.topic) })),
    })),
  });
}

/**
 * Writes the demo content through the plugins' own services: people, topics, figures, questions, exams and some weeks of
 * sittings. Done once in the life of a database, so that what people change or delete afterwards stays as they left it;
 * a seed that was cut off goes on at the next start. Fails loudly when something is refused.
 */
export async function seedDemo(strapi: Core.Strapi, now: Date): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'lyceum' });
  if (await store.get({ key: 'demo-seeded' })) return;
  const { editor, learnerIds } = await people(strapi);
  const topics = await topicTree(editor);
  const questions = await questionIds(strapi, editor, topics);
  const exams: ExamsPublicService = strapi.plugin('exams').service('public');
  for (const exam of demoExams) {
    const isThere = await db().maybeOne(sql`SELECT 1 FROM activity.exams_forms WHERE slug = ${exam.slug} AND is_current`);
    if (!isThere) await exams.publish(await exams.saveDraft(toExam(exam, topics, questions)));
  }
  const sat = await db().maybeOne(sql`SELECT 1 FROM activity.exams_attempts LIMIT 1`);
  let count = 0;
  if (!sat) {
    for (const sitting of demoHistory(now)) {
      const learnerId = learnerIds.get(sitting.learnerEmail);
      if (learnerId !== undefined) await sitInThePast(sitting, learnerId);
      count += 1;
    }
  }
  await store.set({ key: 'demo-seeded', value: now.toISOString() });
  log().info(
    { people: demoPeople.length, questions: questions.size, exams: demoExams.length, sittings: count },
    'demo content is there',
  );
}
