import { DocumentId, defineEndpoint, Locale, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { READ, WRITE } from './questions.ts';
import { QuestionStatus } from './values.ts';

const One = z.strictObject({ documentId: DocumentId });

/** A question in another language, or the one that is translated. */
export const LanguageVersion = z.object({
  documentId: DocumentId,
  code: z.string(),
  language: Locale,
  status: QuestionStatus,
  /** Number of the latest version; 0 before the first publish. */
  version: z.number().int(),
  modified: z.boolean(),
});
export type LanguageVersion = z.output<typeof LanguageVersion>;

export const getRelatives = defineEndpoint({
  method: 'GET',
  path: '/questions/questions/:documentId/relatives',
  summary: 'What a question was copied from, which one it translates, and its translations',
  access: staff(READ),
  params: One,
  reply: z.object({
    /** `code` is null where the origin is gone or not the reader's to see. */
    origin: z.object({ documentId: DocumentId, code: z.string().nullable() }).nullable(),
    /** The question that is drawn and shown in this language where a learner has it; null for one that is no translation. */
    main: LanguageVersion.nullable(),
    /** True also where its main question is gone or not the reader's to see. */
    isTranslation: z.boolean(),
    /** By language; of a translation those beside it and itself. */
    translations: z.array(LanguageVersion),
    mayTranslate: z.boolean(),
  }),
  problems: [questionsProblems.questionNotFound],
});

export const translateQuestion = defineEndpoint({
  method: 'POST',
  path: '/questions/questions/:documentId/translations',
  summary: 'Makes a draft of the same question to be written in another language; one for each language',
  access: staff(WRITE),
  params: One,
  body: z.strictObject({ language: Locale }),
  reply: z.object({ documentId: DocumentId, code: z.string() }),
  problems: [
    questionsProblems.questionNotFound,
    questionsProblems.questionReadOnly,
    questionsProblems.translationExists,
    questionsProblems.translationLanguage,
    questionsProblems.translationOfTranslation,
  ],
  idempotent: true,
});
