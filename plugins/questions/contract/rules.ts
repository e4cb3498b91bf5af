import { DocumentId, defineEndpoint, staff } from '@lyceum/core/contract';
import { z } from 'zod';
import { questionsProblems } from './problems.ts';
import { READ } from './questions.ts';

export const MANAGE_RULES = 'plugin::questions.rules.manage';

/** Warnings of the built-in rules that staff may switch off. Errors always stand. */
export const SWITCHABLE_WARNINGS = [
  'altMissing',
  'altFixed',
  'similarQuestion',
  'alternativeHidden',
  'noFullShare',
  'sharesAgainstKey',
] as const;
export const SwitchableWarning = z.enum(SWITCHABLE_WARNINGS);
export type SwitchableWarning = z.output<typeof SwitchableWarning>;

/** Texts whose length a rule may limit. */
export const LIMITED_FIELDS = ['stem', 'options', 'explanation', 'solution', 'hints'] as const;

/** Kinds of rules that staff may add; one file each in `domain/validation/custom`. */
export const RULE_KINDS = ['switchOff', 'requiredTag', 'maxLength', 'forbiddenPhrase'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** What a rule says. */
export const RuleBody = z.discriminatedUnion('kind', [
  /** A built-in warning that is not given any more. */
  z.strictObject({ kind: z.literal('switchOff'), code: SwitchableWarning }),
  /** A free word every question must carry. */
  z.strictObject({ kind: z.literal('requiredTag'), tag: z.string().trim().min(1).max(60) }),
  /** Most characters of a text. */
  z.strictObject({ kind: z.literal('maxLength'), field: z.enum(LIMITED_FIELDS), max: z.number().int().min(1).max(20_000) }),
  /** Words that may stand in no text; case does not count. */
  z.strictObject({ kind: z.literal('forbiddenPhrase'), phrase: z.string().trim().min(2).max(200) }),
]);
export type RuleBody = z.output<typeof RuleBody>;

const Fields = {
  /** Only for questions of this exam type; null for all. */
  examType: DocumentId.nullable(),
  rule: RuleBody,
  isOn: z.boolean(),
};
/** A rule of the institution's own. All of them give warnings. */
export const CustomRule = z.object({ id: z.uuid(), ...Fields });
export type CustomRule = z.output<typeof CustomRule>;

/** Rules at most: each is looked at for every question. */
export const MAX_RULES = 200;

const One = z.strictObject({ id: z.uuid() });

export const listRules = defineEndpoint({
  method: 'GET',
  path: '/questions/rules',
  summary: 'The rules that staff set, in the order they were made',
  access: staff(READ),
  reply: z.object({ rows: z.array(CustomRule) }),
});

export const createRule = defineEndpoint({
  method: 'POST',
  path: '/questions/rules',
  summary: 'Adds a rule: it holds for every save, import and publish from now on',
  access: staff(MANAGE_RULES),
  body: z.strictObject({ ...Fields, examType: DocumentId.nullable().default(null), isOn: z.boolean().default(true) }),
  reply: CustomRule,
  problems: [questionsProblems.examTypeNotFound, questionsProblems.tooManyRules],
  idempotent: true,
});

export const updateRule = defineEndpoint({
  method: 'PUT',
  path: '/questions/rules/:id',
  summary: 'Changes a rule or switches it on or off',
  access: staff(MANAGE_RULES),
  params: One,
  body: z.strictObject(Fields),
  reply: CustomRule,
  problems: [questionsProblems.ruleNotFound, questionsProblems.examTypeNotFound],
});

export const deleteRule = defineEndpoint({
  method: 'DELETE',
  path: '/questions/rules/:id',
  summary: 'Takes a rule away',
  access: staff(MANAGE_RULES),
  params: One,
  reply: z.object({ deleted: z.literal(true) }),
  problems: [questionsProblems.ruleNotFound],
});
