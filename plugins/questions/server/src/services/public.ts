import type { DocumentId, Locale } from '@lyceum/core/contract';
import { db, sql } from '@lyceum/core/server';
import type {
  Content,
  Details,
  Key,
  Option,
  PoolItem,
  QuestionsPublic,
  QuestionType,
  Revision,
} from '../../../contract/index.ts';
import { drawPool, latestRevisions, poolVersion } from '../records/pool.ts';
import { translationsOf } from '../records/translation.ts';
import { variantPairs } from '../records/variant.ts';
import { reportQuestion, reportsOf } from './report.ts';
import { signedMedia } from './signed-media.ts';
import { topicTree } from './topic-tree.ts';
import { registerAttemptImpact, registerItemResponses } from './use-figures.ts';
import { registerUsage, registerUse } from './uses.ts';

type RevisionRow = {
  id: number;
  documentId: DocumentId;
  number: number;
  key: Key;
  content: {
    type: QuestionType;
    code: string;
    stem: string;
    options: Option[] | null;
    details?: Details | null;
    unit: string | null;
    explanation: string | null;
    solution: string | null;
    hints: string[] | null;
    points: number;
    difficulty: number;
    topic: DocumentId;
    language: Locale;
  };
};

function contentOf({ type, stem, options, unit, details }: RevisionRow['content']): Content {
  return {
    type,
    stem,
    ...(options && options.length > 0 ? { options } : {}),
    ...(unit ? { unit } : {}),
    ...(details && Object.keys(details).length > 0 ? { details } : {}),
  };
}

/** What other plugins may ask of the bank. */
export const publicService: QuestionsPublic = {
  candidates: async (rule) => (await publicService.drawPool([rule]))[0] ?? [],

  async drawPool(rules) {
    const found: PoolItem[][] = rules.map(() => []);
    for (const { place, ...item } of await drawPool(db(), rules)) found[place]?.push(item);
    return found;
  },

  latestRevisions: async (documentIds) =>
    new Map((await latestRevisions(db(), documentIds)).map((item) => [item.documentId, item])),

  async translations(documentIds) {
    const found = new Map<DocumentId, PoolItem[]>();
    for (const { source, ...item } of await translationsOf(db(), documentIds))
      found.set(source, [...(found.get(source) ?? []), item]);
    return found;
  },

  enemies: async (documentIds) => (await variantPairs(db(), documentIds)).map(({ a, b }) => [a, b]),

  async revisions(revisionIds) {
    const rows = await db().many<RevisionRow>(sql`
      SELECT id, document_id AS "documentId", number, content, key FROM activity.questions_revisions WHERE id = ANY (${[...revisionIds]})`);
    const topics = new Map((await topicTree(db())).map((node) => [node.documentId, node]));
    const found = new Map(
      rows.map((row): [number, Revision] => [
        row.id,
        {
          id: row.id,
          documentId: row.documentId,
          number: row.number,
          code: row.content.code,
          content: contentOf(row.content),
          key: row.key,
          explanation: row.content.explanation,
          solution: row.content.solution,
          hints: row.content.hints ?? [],
          topicId: row.content.topic,
          topicName: topics.get(row.content.topic)?.name ?? '',
          topicPath: topics.get(row.content.topic)?.path ?? '',
          difficulty: row.content.difficulty,
          points: row.content.points,
          language: row.content.language,
        },
      ]),
    );
    return revisionIds.flatMap((id) => found.get(id) ?? []);
  },

  topics: async () =>
    (await topicTree(db())).map(({ documentId, name, code, path, parent, depth, order }) => ({
      documentId,
      name,
      code,
      path,
      parent,
      depth,
      order,
    })),

  poolVersion: () => poolVersion(db()),
  registerUse,
  registerUsage,
  registerItemResponses,
  registerAttemptImpact,
  signedMedia,
  reportQuestion,
  reportsOf,
};
