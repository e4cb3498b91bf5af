import type { Kind } from '../context.ts';
import { essay, matching, ordering } from './arranged.ts';
import { multichoice, truefalse } from './choice.ts';
import { cloze } from './cloze.ts';
import { ddwtos, gapselect } from './selects.ts';
import { numerical, shortanswer } from './typed.ts';

/** Kinds of Moodle questions that the bank has a type for. A further kind: its function and its line. */
export const KINDS: Readonly<Record<string, Kind>> = {
  multichoice,
  truefalse,
  shortanswer,
  numerical,
  matching,
  match: matching,
  essay,
  cloze,
  multianswer: cloze,
  ordering,
  gapselect,
  ddwtos,
};
