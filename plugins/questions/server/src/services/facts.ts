import { renderMarkdown } from '@lyceum/core/render';
import type { Db } from '@lyceum/core/server';
import type { QuestionInput } from '../../../contract/index.ts';
import { imageUrls } from '../../../domain/validation/images.ts';
import { type Facts, markdownFields } from '../../../domain/validation/rule.ts';
import { allRules } from '../records/rule.ts';
import { knownFiles } from '../records/question.ts';
import { topicTree } from './topic-tree.ts';

/** What the rules must know about these questions, loaded in two statements however many there are. */
export async function factsFor(db: Db, questions: readonly QuestionInput[]): Promise<Facts> {
  const texts = questions.flatMap((question) => markdownFields(question).filter(({ text }) => text.includes('![')));
  const urls = new Set(texts.flatMap(({ text }) => imageUrls(renderMarkdown(text).html)));
  const files = await knownFiles(db, [...urls]);
  const topics = new Set<string>((await topicTree(db)).map(({ documentId }) => documentId));
  return { hasTopic: (documentId) => topics.has(documentId), hasFile: (url) => files.has(url), rules: await allRules(db) };
}
