import { randomBytes, randomUUID } from 'node:crypto';
import type { DocumentId, Locale } from '@lyceum/core/contract';
import { db, sql } from '@lyceum/core/server';
import type { CallOptions, Person, TestKit, TestReply } from '@lyceum/core/testing';
import type { Details, Key, QuestionType } from '@lyceum/questions/contract';
import {
  type AttemptResult,
  type ExamInput,
  type ExamsPublicService,
  getPaper,
  getResult,
  type Paper,
  type SaveBody,
  type SaveReply,
  saveAttempt,
  startAttempt,
  submitAttempt,
  TICKET_HEADER,
} from '../../contract/index.ts';
import { ExamInput as ExamInputSchema } from '../../contract/staff-exams.ts';

/** Text that stands in every key, explanation, solution and hint of a test question: it must not reach a learner early. */
export const SECRET = 'zq-secret-zq';

const id24 = () => randomBytes(12).toString('hex');

export type TestQuestion = { documentId: DocumentId; revisionId: number };
type Shape = {
  type?: QuestionType;
  difficulty?: number;
  points?: number;
  /** Markdown of the stem, beside what the type needs there. */
  stem?: string;
  language?: Locale;
  key?: Key;
};

const feedback = { a: SECRET, b: SECRET };
const rubric: Key = {
  rubric: [
    { id: '1', title: `content ${SECRET}`, description: SECRET, weight: 3 },
    { id: '2', title: `form ${SECRET}`, description: SECRET, weight: 1 },
  ],
  modelAnswer: SECRET,
};

/** Every key says its secret wherever its type lets an author write something. */
const KEYS: Record<QuestionType, Key> = {
  'single-choice': { correct: ['a'], feedback },
  'multiple-choice': { correct: ['a', 'c'], feedback },
  'true-false': { correct: ['true'] },
  number: { value: 42, tolerance: 0.5, alternatives: [{ value: 4242, tolerance: 0, share: 0.25, feedback: SECRET }] },
  'short-text': { accepted: [SECRET], caseSensitive: false, alternatives: [{ text: 'nearly', share: 0.5, feedback: SECRET }] },
  blanks: { gaps: { '1': { accepted: [SECRET], caseSensitive: false }, '2': { correct: ['b'] } } },
  matching: { pairs: { '1': 'a', '2': 'b' } },
  ordering: { order: ['a', 'b', 'c', 'd'] },
  'long-text': rubric,
  'audio-answer': rubric,
};
const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `option ${id}`, ...(id === 'd' ? { pinned: true } : {}) }));
const WITH_OPTIONS: readonly QuestionType[] = ['single-choice', 'multiple-choice', 'matching', 'ordering'];
const CHOICES = (['a', 'b', 'c'] as const).map((id) => ({ id, text: `choice ${id}` }));

const DETAILS: Partial<Record<QuestionType, Details>> = {
  blanks: {
    gaps: [
      { id: '1', kind: 'text' },
      { id: '2', kind: 'choice', options: CHOICES },
    ],
  },
  matching: {
    prompts: [
      { id: '1', text: 'prompt 1' },
      { id: '2', text: 'prompt 2' },
    ],
  },
  'long-text': { minWords: 3, maxWords: 100 },
  'audio-answer': { maxSec: 10 },
};

/** Rows are made through the running Strapi alone, so that the bench can make them too. */
type Room = Pick<TestKit, 'strapi'>;

/** A topic of its own, so that tests do not draw each other's questions. */
export async function topic(kit: Room, name = `Topic ${id24()}`): Promise<DocumentId> {
  const created = await kit.strapi.documents('plugin::questions.topic').create({ data: { name, slug: id24(), order: 0 } });
  return created.documentId as DocumentId;
}

/** A new revision of a question in the pool, as publishing leaves it. */
export async function publishQuestion(
  topicId: string,
  shape: Shape = {},
  documentId = id24(),
  stem = shape.stem ?? `stem ${documentId}`,
): Promise<TestQuestion> {
  const { type = 'single-choice', difficulty = 3, points = 1, language = 'en', key = KEYS[type] } = shape;
  const content = {
    type,
    code: documentId,
    stem: type === 'blanks' ? `${stem} [[1]] and [[2]]` : stem,
    options: WITH_OPTIONS.includes(type) ? OPTIONS : null,
    details: DETAILS[type] ?? null,
    unit: null,
    explanation: `because ${SECRET}`,
    solution: `so ${SECRET}`,
    hints: [SECRET],
    points,
    difficulty,
    topic: topicId,
    language,
    irt: { a: 1.2345, b: 0.5, c: 0.25 },
  };
  const { id } = await db().one<{ id: number }>(sql`
    INSERT INTO activity.questions_revisions (document_id, number, content, key, content_hash)
    SELECT ${documentId}, coalesce(max(number), 0) + 1, ${sql.json(content)}, ${sql.json(key)}, ${randomUUID()}
    FROM activity.questions_revisions WHERE document_id = ${documentId} RETURNING id`);
  await db().run(sql`
    INSERT INTO activity.questions_pool (document_id, revision_id, topic_document_id, difficulty, type, language)
    VALUES (${documentId}, ${id}, ${topicId}, ${difficulty}, ${type}, ${language})
    ON CONFLICT (document_id) DO UPDATE SET revision_id = excluded.revision_id, difficulty = excluded.difficulty`);
  await raisePool();
  return { documentId: documentId as DocumentId, revisionId: id };
}

/** Tells that the pool changed, as every change of the bank does. */
export const raisePool = () => db().run(sql`UPDATE activity.questions_pool_version SET version = version + 1`);

/** An exam of exactly these questions, in their order. */
export async function examOf(kit: Room, questions: readonly TestQuestion[], fields: Partial<ExamInput> = {}): Promise<TestExam> {
  const fixed = questions.map((one) => one.documentId);
  return exam(kit, { sections: ExamInputSchema.shape.sections.parse([{ id: 's', fixed }]), ...fields });
}

/** One question of each type, in the order of the list. */
export async function oneOfEach(types: readonly QuestionType[], shape: Omit<Shape, 'type'> = {}): Promise<TestQuestion[]> {
  const topicId = id24();
  const made: TestQuestion[] = [];
  for (const type of types) made.push(await publishQuestion(topicId, { ...shape, type }));
  return made;
}

export async function publishQuestions(topicId: string, count: number, shape: Shape = {}): Promise<TestQuestion[]> {
  const made: TestQuestion[] = [];
  for (let at = 0; at < count; at++) made.push(await publishQuestion(topicId, shape));
  return made;
}

export const service = (kit: Room): ExamsPublicService => kit.strapi.plugin('exams').service('public');

export type TestExam = { examId: DocumentId; slug: string; topicId: DocumentId };

/** A published exam over a topic of its own: `count` of `pool` questions by one rule, unless told otherwise. */
export async function exam(kit: Room, fields: Partial<ExamInput> = {}, { count = 5, pool = 8 } = {}): Promise<TestExam> {
  const topicId = await topic(kit);
  await publishQuestions(topicId, pool);
  const slug = `exam-${id24()}`;
  const sections = [{ id: 'main', title: 'Main', rules: [{ id: 'rule', topic: topicId, count }] }];
  const input = ExamInputSchema.parse({ title: 'An exam', slug, timeLimitSec: 3600, sections, ...fields });
  const examId = await service(kit).saveDraft(input);
  await service(kit).publish(examId);
  return { examId, slug, topicId };
}

export type Sitting = { learner: Person; slug: string; deviceId: string; attemptId: string; ticket: string };

export async function startReply(kit: TestKit, slug: string, as: Person, deviceId: string = randomUUID()) {
  return kit.call<{ attemptId: string; ticket: string; resumed: boolean; code: string; params: Record<string, unknown> }>(
    startAttempt,
    {
      params: { slug },
      body: { deviceId, accepted: true },
      as,
    },
  );
}

/** A learner who has just started. */
export async function sit(kit: TestKit, slug: string, learner?: Person): Promise<Sitting> {
  const person = learner ?? (await kit.learner());
  const deviceId = randomUUID();
  const reply = await startReply(kit, slug, person, deviceId);
  if (reply.status !== 200) throw new Error(`start answered ${reply.status} ${reply.text}`);
  return { learner: person, slug, deviceId, attemptId: reply.body.attemptId, ticket: reply.body.ticket };
}

export const withTicket = (ticket: string): CallOptions => ({ headers: { [TICKET_HEADER]: ticket } });

type Change = Partial<SaveBody['changes'][number]> & { item: number; rev: number };

export const saveBody = (changes: Change[], deviceSeq = 1, position = 1) => ({
  deviceSeq,
  position,
  changes: changes.map((change) => ({ response: { selected: ['1'] }, flagged: false, secondsSpent: 1, ...change })),
});

export type Refused = { code: string };

export function save(
  kit: TestKit,
  at: Sitting,
  changes: Change[],
  deviceSeq = 1,
  position = 1,
): Promise<TestReply<SaveReply & Refused>> {
  return kit.call(saveAttempt, {
    params: { attemptId: at.attemptId },
    body: saveBody(changes, deviceSeq, position),
    ...withTicket(at.ticket),
  });
}

export function submit(
  kit: TestKit,
  at: Sitting,
  body: object = {},
): Promise<TestReply<AttemptResult & Refused & { notCounted: number[] }>> {
  return kit.call(submitAttempt, { params: { attemptId: at.attemptId }, body, ...withTicket(at.ticket) });
}

export function paper(kit: TestKit, at: Sitting, deviceId?: string): Promise<TestReply<Paper & Refused>> {
  return kit.call(getPaper, { params: { attemptId: at.attemptId }, query: { deviceId }, as: at.learner });
}

export function result(kit: TestKit, at: Sitting): Promise<TestReply<AttemptResult & Refused>> {
  return kit.call(getResult, { params: { attemptId: at.attemptId }, as: at.learner });
}

export type Stored = {
  state: string;
  responses: Record<string, { rev: number; response: unknown }>;
  points: number | null;
  percent: number | null;
  started_at: Date;
  deadline_at: Date | null;
  ended_at: Date | null;
  closed_by: string | null;
  take_overs: number;
};

export const stored = (attemptId: string): Promise<Stored> =>
  db().one<Stored>(sql`SELECT * FROM activity.exams_attempts WHERE id = ${attemptId}`);

/** Moves start and deadline of a running attempt, so that its deadline lies `seconds` from now (negative: in the past). */
export async function deadlineIn(attemptId: string, seconds: number): Promise<void> {
  await db().run(sql`
    UPDATE activity.exams_attempts SET started_at = now() - interval '2 days', deadline_at = now() + ${seconds}::int * interval '1 second'
    WHERE id = ${attemptId}`);
}

/** How many events of a type tell of this attempt. */
export async function eventsOf(attemptId: string, type: string): Promise<number> {
  const { count } = await db().one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM activity.core_events WHERE type = ${type} AND payload ->> 'attemptId' = ${attemptId}`);
  return count;
}

/** The paper's option id that shows a bank option, found by its text. */
export function optionShowing(body: Paper, item: number, text: string): string {
  const found = body.sections.flatMap((section) => section.items).find((one) => one.item === item);
  return found?.options.find((option) => option.html.includes(text))?.id ?? '0';
}

/** All items of a paper. */
export const itemsOf = (body: Paper) => body.sections.flatMap((section) => section.items);
