import type { QuestionInput, RuleMessage } from '../../contract/index.ts';
import { audio } from './audio.ts';
import { withCustomRules } from './custom/apply.ts';
import { difficultyRange } from './difficulty-range.ts';
import { formulaParses } from './formula-parses.ts';
import { images } from './images.ts';
import { knownLanguage } from './known-language.ts';
import { knownTags } from './known-tags.ts';
import { knownTopic } from './known-topic.ts';
import { knownType } from './known-type.ts';
import { pointsRange } from './points-range.ts';
import { required } from './required.ts';
import type { Facts, Rule } from './rule.ts';
import { textLengths } from './text-lengths.ts';

/** The rules in the order their messages are shown. */
export const RULES = [
  required,
  knownType,
  textLengths,
  knownTopic,
  knownTags,
  knownLanguage,
  difficultyRange,
  pointsRange,
  formulaParses,
  images,
  audio,
] as const satisfies readonly Rule[];

/** All messages of all rules; empty for a question that may be published. */
export const validate = (question: QuestionInput, facts: Facts): RuleMessage[] =>
  withCustomRules(
    question,
    RULES.flatMap((rule) => rule.check(question, facts)),
    facts.rules ?? [],
  );

export const hasErrors = (messages: readonly RuleMessage[]): boolean => messages.some(({ level }) => level === 'error');
