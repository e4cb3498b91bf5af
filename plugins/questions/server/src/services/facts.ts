import { renderMarkdown } from '@lyceum/core/render';
import type { Db } from '@lyceum/core/server';
import type { QuestionInput } from '../../../contract/index.ts';
import { audioUrls } from '../../../domain/validation/audio.ts';
import { imageUrls } from '../../../domain/validation/images.ts';
import { type Facts, markdownFields } from '../../../domain/validation/rule.ts';
import { examTypeCodes } from '../records/exam-type.ts';
import { knownMedia } from '../records/media.ts';
import { knownFiles } from '../records/question.ts';
import { allRules } from '../records/rule.ts';
import { skillNames } from '../records/skill.ts';
import { topicTree } from './topic-tree.ts';

const idsOf = (rows: readonly { documentId: string }[]): ReadonlySet<string> => new Set(rows.map(({ documentId }) => documentId));

/** What the rules must know about these questions, loaded in a few statements however many there are. */
export async function factsFor(db: Db, questions: readonly QuestionInput[]): Promise<Facts> {
  const texts = questions.flatMap((question) => markdownFields(question).filter(({ text }) => text.includes('![')));
  const shown = texts.map(({ text }) => renderMarkdown(text).html);
  const urls = new Set(shown.flatMap((html) => [...imageUrls(html), ...audioUrls(html)]));
  const files = new Set([...(await knownFiles(db, [...urls])), ...(await knownMedia(db, [...urls]))]);
  const topics = idsOf(await topicTree(db));
  const examTypes = questions.some((question) => question.examTypes.length > 0) ? idsOf(await examTypeCodes(db)) : null;
  const skills = questions.some(({ skill }) => skill !== null) ? idsOf(await skillNames(db)) : null;
  return {
    hasTopic: (documentId) => topics.has(documentId),
    hasExamType: (documentId) => examTypes?.has(documentId) ?? false,
    hasSkill: (documentId) => skills?.has(documentId) ?? false,
    hasFile: (url) => files.has(url),
    rules: await allRules(db),
  };
}
