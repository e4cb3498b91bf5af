import type { Locale } from '@lyceum/core/contract';
import type { ReactNode } from 'react';
import type { QuestionInput, RuleMessage } from '../../../../../contract/index.ts';

/** The fields of a question that belong to its type. */
export type Parts = Pick<QuestionInput, 'options' | 'details' | 'key' | 'unit'>;

/** What an author may have filled in; named in the warning before it is dropped, as text `dropped.<part>`. */
export const FILLED_PARTS = [
  'options',
  'correct',
  'shares',
  'feedback',
  'number',
  'unit',
  'accepted',
  'alternatives',
  'gaps',
  'prompts',
  'rubric',
  'model',
  'words',
  'seconds',
] as const;
export type FilledPart = (typeof FILLED_PARTS)[number];

export type EditorProps<Answer> = {
  readonly answer: Answer;
  readonly stem: string;
  readonly messages: readonly RuleMessage[];
  /** Given a stem too where the answer has places in it. */
  change(answer: Answer, stem?: string): void;
};

/**
 * The form of one type: what stands in it, and how that becomes a question. A further type: a file with such a value, its editor,
 * and a line in the registry. Written with methods, so that the registry can hold forms of different answers.
 */
export type AnswerForm<Answer extends object> = {
  /** Nothing is filled in. */
  empty(language: Locale): Answer;
  /** A stored question as it is edited. */
  read(parts: Parts): Answer;
  /** What of another type's answer still means something here. */
  adopt(parts: Parts, fresh: Answer): Answer;
  /** What is sent; numbers that are missing or out of range are sent as something the server can judge, and told by `problems`. */
  write(answer: Answer, stem: string): Parts;
  /** What only the form can know: numbers left empty, or outside of what can be sent. */
  problems(answer: Answer, stem: string): RuleMessage[];
  /** The parts that would be lost if nothing were kept. */
  filled(answer: Answer): FilledPart[];
  Editor(props: EditorProps<Answer>): ReactNode;
};

export const missing = (field: string): RuleMessage => ({ code: 'required', level: 'error', field, params: {} });

/** The names of the parts that are filled, in their order. */
export const filledParts = (parts: Partial<Record<FilledPart, boolean>>): FilledPart[] =>
  FILLED_PARTS.filter((part) => parts[part] === true);

export const isWritten = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

/** Percent as it is typed ↔ share as it is stored. */
export const toPercent = (share: number): number => Math.round(share * 1e7) / 1e5;
export const toShare = (percent: number): number => Math.max(-1, Math.min(1, Math.round(percent * 1e5) / 1e7));

/** A percent that no share can have. */
export const shareProblem = (percent: number | undefined, field: string): RuleMessage[] =>
  percent === undefined || (percent >= -100 && percent <= 100)
    ? []
    : [{ code: 'shareRange', level: 'error', field, params: { share: `${percent} %` } }];
