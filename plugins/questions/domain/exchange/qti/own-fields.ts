import { Locale } from '@lyceum/core/contract';
import { z } from 'zod';
import { QuestionInput, TEXT_LIMITS } from '../../../contract/index.ts';
import { attribute, type MarkupElement } from '../html/tree.ts';
import type { ExchangeQuestion } from '../item.ts';

/** The attribute of the body that carries what QTI has no place for. */
export const FIELDS_ATTRIBUTE = 'data-question';

const { shape } = QuestionInput;
const Names = z.array(z.string().max(TEXT_LIMITS.topicName * 3)).max(20);

/** Fields of a question that QTI has no place for, as our own writer keeps them. */
export const OwnFields = z
  .object({
    code: z.string().max(TEXT_LIMITS.code),
    title: shape.title.removeDefault(),
    unit: shape.unit.removeDefault(),
    topic: z.string().max(TEXT_LIMITS.topicName * 3),
    furtherTopics: Names,
    examTypes: Names,
    skill: z.string().max(TEXT_LIMITS.topicName),
    irt: shape.irt.removeDefault(),
    difficulty: z.number(),
    tags: shape.tags.removeDefault(),
    estimatedSec: shape.estimatedSec.removeDefault(),
    source: shape.source.removeDefault(),
    licence: shape.licence.removeDefault(),
  })
  .partial();
export type OwnFields = z.output<typeof OwnFields>;

/** The fields of a body that our own writer made; none where there are none or they were broken on the way. */
export function ownFields(body: MarkupElement): Partial<ExchangeQuestion> {
  const text = attribute(body, FIELDS_ATTRIBUTE);
  if (text === undefined || text.length > 100_000) return {};
  try {
    const read = OwnFields.safeParse(JSON.parse(text));
    return read.success ? without(read.data) : {};
  } catch {
    // Another tool cut the attribute.
    return {};
  }
}

const without = (fields: OwnFields): Partial<ExchangeQuestion> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A language tag as one of ours; undefined for others. */
export function languageOf(tag: string | undefined): Locale | undefined {
  const read = Locale.safeParse((tag ?? '').toLowerCase().split(/[-_]/, 1)[0]);
  return read.success ? read.data : undefined;
}
