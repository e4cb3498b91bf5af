import type { DocumentId, Locale } from '@lyceum/core/contract';
import type { Key, QuestionType } from './types/registry.ts';
import type { Content } from './values.ts';

/** A published question as the pool lists it. */
export type PoolItem = {
  revisionId: number;
  documentId: DocumentId;
  topicId: DocumentId;
  difficulty: number;
  type: QuestionType;
  language: Locale;
};

/** What a rule draws from: a topic with its subtopics and a range of difficulty. */
export type PoolRule = { topic: DocumentId; difficultyMin: number; difficultyMax: number; language?: Locale };

/** One immutable version of a question, whole. Never send `key`, `explanation`, `solution` or `hints` to a learner before the review rules allow it. */
export type Revision = {
  id: number;
  documentId: DocumentId;
  number: number;
  code: string;
  content: Content;
  key: Key;
  explanation: string | null;
  solution: string | null;
  hints: string[];
  topicId: DocumentId;
  /** Name and path the topic has today. */
  topicName: string;
  topicPath: string;
  difficulty: number;
  points: number;
  language: Locale;
};

export type TopicNode = {
  documentId: DocumentId;
  name: string;
  code: string | null;
  path: string;
  parent: DocumentId | null;
  depth: number;
  order: number;
};

/** Somebody who uses questions; asked before a question is deleted. */
export type QuestionUse = { documentId: DocumentId; title: string };

/**
 * What other plugins may ask: `strapi.plugin('questions').service('public') as QuestionsPublic`.
 * Every call runs in the caller's transaction when there is one.
 */
export type QuestionsPublic = {
  /** Published questions a rule can draw, ordered by document id, so that a seed gives the same draw. */
  candidates(rule: PoolRule): Promise<PoolItem[]>;
  /** The same for several rules in one round trip, in their order. */
  drawPool(rules: readonly PoolRule[]): Promise<PoolItem[][]>;
  /** The newest published revision of each; archived, deleted and unpublished ones are missing from the map. */
  latestRevisions(documentIds: readonly DocumentId[]): Promise<Map<DocumentId, PoolItem>>;
  /** Whole revisions by id, in the order asked; ids that do not exist are left out. Also those no longer in the pool. */
  revisions(revisionIds: readonly number[]): Promise<Revision[]>;
  /** The topic tree, parents before children. */
  topics(): Promise<TopicNode[]>;
  /** Grows with every change of the pool or the topics; compare it before trusting something compiled. */
  poolVersion(): Promise<number>;
  /** Registers who uses questions; the first argument is unique per caller. */
  registerUse(name: string, usesOf: (documentIds: readonly DocumentId[]) => Promise<QuestionUse[]>): void;
};
