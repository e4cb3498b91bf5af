import { z } from 'zod';
import { QuestionInput, type QuestionType, TEXT_LIMITS, TYPE_SHAPES } from '../../../contract/index.ts';

const { shape } = QuestionInput;
/** Three names and what joins them. */
const Path = z.string().max(TEXT_LIMITS.topicName * 3 + 6);

/** Every field of a question in a JSON file but `key` and `details`, whose shape depends on the type. */
export const JsonQuestion = z.strictObject({
  code: shape.code,
  type: shape.type,
  title: shape.title.unwrap().optional(),
  stem: shape.stem,
  options: shape.options.unwrap().optional(),
  details: z.unknown().optional(),
  key: z.unknown(),
  unit: shape.unit.unwrap().optional(),
  explanation: shape.explanation.unwrap().optional(),
  solution: shape.solution.unwrap().optional(),
  hints: shape.hints.unwrap().optional(),
  points: shape.points.unwrap().optional(),
  difficulty: shape.difficulty.optional(),
  topic: Path.nullish(),
  furtherTopics: z.array(Path).max(20).optional(),
  examTypes: z.array(z.string().max(TEXT_LIMITS.topicName)).max(20).optional(),
  skill: z.string().max(TEXT_LIMITS.topicName).nullish(),
  irt: shape.irt.unwrap().optional(),
  tags: shape.tags.unwrap().optional(),
  language: shape.language.optional(),
  estimatedSec: shape.estimatedSec.unwrap().optional(),
  source: shape.source.unwrap().optional(),
  licence: shape.licence.unwrap().optional(),
});

/** Fields in the order in which they are written. */
export const JSON_FIELDS = Object.keys(JsonQuestion.shape) as (keyof typeof JsonQuestion.shape)[];

export const keyShape = (type: QuestionType) => TYPE_SHAPES[type].key;
export const detailsShape = (type: QuestionType) => TYPE_SHAPES[type].details;
