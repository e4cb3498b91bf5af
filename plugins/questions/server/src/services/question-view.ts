import { refuse } from '@lyceum/core/contract';
import { renderMarkdown } from '@lyceum/core/render';
import { db } from '@lyceum/core/server';
import {
  type QuestionInput,
  questionsProblems,
  type Rendered,
  type RevisionRow,
  TRUE_FALSE_IDS,
} from '../../../contract/index.ts';
import { rulesOf } from '../../../domain/types/registry.ts';
import { findDraft, listRevisions, type RevisionRecord } from '../records/question.ts';
import { check } from './question.ts';

const html = (text: string | null): string | null => (text === null ? null : renderMarkdown(text).html);

/** True and false in the language of the question. */
const TRUTH: Record<QuestionInput['language'], Record<(typeof TRUE_FALSE_IDS)[number], string>> = {
  en: { true: 'True', false: 'False' },
  tr: { true: 'Doğru', false: 'Yanlış' },
  ar: { true: 'صح', false: 'خطأ' },
};

/** An unsaved question as a learner would see it, with the key marked. */
export async function preview(input: QuestionInput): Promise<Rendered> {
  const { question, messages } = await check(input);
  const { key, type, language } = question;
  const correct = new Set('correct' in key ? key.correct : []);
  const options =
    type === 'true-false'
      ? TRUE_FALSE_IDS.map((id) => ({ id: String(id), text: TRUTH[language][id] }))
      : question.options.map(({ id, text }) => ({ id: String(id), text }));
  return {
    type,
    stem: renderMarkdown(question.stem, { lang: language }).html,
    options: options.map(({ id, text }) => ({
      id,
      html: renderMarkdown(text, { inline: true }).html,
      isCorrect: correct.has(id),
    })),
    unit: question.unit,
    explanation: html(question.explanation),
    solution: html(question.solution),
    hints: question.hints.map((hint) => renderMarkdown(hint).html),
    answer:
      'correct' in key
        ? null
        : rulesOf(type).answerText(key, { type, stem: question.stem, ...(question.unit ? { unit: question.unit } : {}) }),
    messages,
  };
}

const changedFields = (row: RevisionRecord, before: RevisionRecord | undefined): string[] => {
  if (!before) return [];
  const fields = Object.keys(row.content).filter(
    (field) => JSON.stringify(row.content[field]) !== JSON.stringify(before.content[field]),
  );
  return JSON.stringify(row.key) === JSON.stringify(before.key) ? fields : [...fields, 'key'];
};

/** Every published version, newest first, with the fields that changed. */
export async function revisions(documentId: string): Promise<{ rows: RevisionRow[] }> {
  if (!(await findDraft(db(), documentId))) refuse(questionsProblems.questionNotFound);
  const records = await listRevisions(db(), documentId);
  return {
    rows: records.map((row, at) => ({
      number: row.number,
      createdAt: row.created_at.toISOString(),
      author: row.author,
      note: row.note,
      stem: String(row.content['stem'] ?? ''),
      changed: changedFields(row, records[at + 1]),
    })),
  };
}
