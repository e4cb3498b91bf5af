import type { DocumentId, Locale } from '@lyceum/core/contract';
import type { NewReport, OwnReport } from './reports.ts';
import type { Key, QuestionType } from './types/registry.ts';
import type { AttemptImpact, ItemResponseSource } from './use-figures.ts';
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

/** How often a question was given to learners. */
export type UsageCount = { documentId: DocumentId; timesUsed: number; lastUsedAt: Date };

/**
 * What other plugins may ask: `strapi.plugin('questions').service('public') as QuestionsPublic`.
 * Every call runs in the caller's transaction when there is one.
 */
export type QuestionsPublic = {
  /**
   * Published questions a rule can draw, ordered by document id, so that a seed gives the same draw. Translations are
   * not among them: they stand in for the question they translate.
   */
  candidates(rule: PoolRule): Promise<PoolItem[]>;
  /** The same for several rules in one round trip, in their order. */
  drawPool(rules: readonly PoolRule[]): Promise<PoolItem[][]>;
  /** The newest published revision of each; archived, deleted and unpublished ones are missing from the map. */
  latestRevisions(documentIds: readonly DocumentId[]): Promise<Map<DocumentId, PoolItem>>;
  /** Published translations of these questions, by the question they translate. */
  translations(documentIds: readonly DocumentId[]): Promise<Map<DocumentId, PoolItem[]>>;
  /**
   * Pairs of these questions that were marked as variants and must not share a paper. A decision raises the
   * version of the pool, so what was compiled from this is compiled anew.
   */
  enemies(documentIds: readonly DocumentId[]): Promise<[DocumentId, DocumentId][]>;
  /** Whole revisions by id, in the order asked; ids that do not exist are left out. Also those no longer in the pool. */
  revisions(revisionIds: readonly number[]): Promise<Revision[]>;
  /** The topic tree, parents before children. */
  topics(): Promise<TopicNode[]>;
  /** Grows with every change of the pool or the topics; compare it before trusting something compiled. */
  poolVersion(): Promise<number>;
  /** Registers who uses questions; the first argument is unique per caller. */
  registerUse(name: string, usesOf: (documentIds: readonly DocumentId[]) => Promise<QuestionUse[]>): void;
  /** Registers who counts how often questions were given to learners; asked every night. The name is unique per caller. */
  registerUsage(name: string, count: () => AsyncIterable<readonly UsageCount[]>): void;
  /** Registers who has learners' answers to questions; the name is unique per caller. */
  registerItemResponses(name: string, source: ItemResponseSource): void;
  /** Registers who can say how many scores a new key would change; the name is unique per caller. */
  registerAttemptImpact(name: string, impact: AttemptImpact): void;
  /** An address below `/api/v1/questions/media/` under which one private media file can be fetched for so many seconds. */
  signedMedia(fileId: string, ttlSec: number): string;
  /** Stores a learner's report. @throws Refusal `reportExists`: each learner reports a question once */
  reportQuestion(report: NewReport): Promise<OwnReport>;
  /** What this learner reported of these questions. */
  reportsOf(learnerId: number, documentIds: readonly DocumentId[]): Promise<OwnReport[]>;
};
