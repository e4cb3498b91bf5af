import { renderMarkdown } from '@lyceum/core/render';
import { db } from '@lyceum/core/server';
import type {
  Content,
  PreviewAnswer,
  PreviewItem,
  PreviewMark,
  QuestionInput,
  QuestionPreview,
  Response,
} from '../../../contract/index.ts';
import { MARKED_TYPES } from '../../../contract/index.ts';
import { rulesOf } from '../../../domain/types/registry.ts';
import { learnerView, type Render, rightAnswer, toBankResponse } from '../../../domain/view/learner-view.ts';
import { previewOrder } from '../../../domain/view/preview-order.ts';
import { knownMedia } from '../records/media.ts';
import { check } from './question.ts';
import { signedMedia } from './signed-media.ts';

const render: Render = {
  block: (text) => renderMarkdown(text).html,
  inline: (text) => renderMarkdown(text, { inline: true }).html,
};
const block = (text: string | null): string | null => (text === null ? null : render.block(text));

const isMarked = (type: QuestionInput['type']): boolean => MARKED_TYPES.some((marked) => marked === type);

/** Sounds of a preview open as long as somebody may look at it. */
const MEDIA_TTL_SEC = 3_600;
const SOUND = /<span class="audio-clip" data-media="([0-9a-f-]{36})"/g;

const contentOf = ({ type, stem, options, unit, details }: QuestionInput): Content => ({
  type,
  stem,
  ...(options.length > 0 ? { options } : {}),
  ...(unit === null ? {} : { unit }),
  details,
});

export type Shown = { item: PreviewItem; answer: PreviewAnswer; media: Record<string, string> };

/** Addresses of the sounds in some texts. */
function mediaOf(texts: readonly string[]): Record<string, string> {
  const ids = texts.flatMap((text) => Array.from(text.matchAll(SOUND), ([, id = '']) => id));
  return Object.fromEntries(ids.map((id) => [id, signedMedia(id, MEDIA_TTL_SEC)]));
}

/** Every text of a learner's item that may hold a sound. */
function textsOf({ stemHtml, options, details }: PreviewItem): string[] {
  const prompts = details !== null && 'prompts' in details ? details.prompts : [];
  const choices = details !== null && 'gaps' in details ? details.gaps.flatMap((gap) => gap.options ?? []) : [];
  return [stemHtml, ...[...options, ...prompts, ...choices].map(({ html }) => html)];
}

/**
 * A question as a learner gets it, and apart from that what is right.
 * @param seed 0 for lists as they were written, any other number for one of the orders learners get
 * @param number of the question on its page
 */
export function shownQuestion(question: QuestionInput, seed: number, number: number): Shown {
  const { type, unit, language, points, key } = question;
  const content = contentOf(question);
  const order = previewOrder(content, key, seed);
  const item: PreviewItem = {
    item: number,
    type,
    unit,
    lang: language,
    points,
    ...learnerView(content, language, order, render),
  };
  const answer: PreviewAnswer = {
    right: rightAnswer(key, order, render),
    explanationHtml: block(question.explanation),
    solutionHtml: block(question.solution),
    hintsHtml: question.hints.map(render.block),
  };
  return { item, answer, media: mediaOf(textsOf(item)) };
}

/**
 * Of the addresses of an unsaved question those of sounds that the bank stored: no rule has looked at it yet, and other private files,
 * recordings of learners among them, lie in the same place.
 */
async function ofBank(media: Shown['media']): Promise<Shown['media']> {
  const known = await knownMedia(
    db(),
    Object.keys(media).map((id) => `/media/${id}`),
  );
  return Object.fromEntries(Object.entries(media).filter(([id]) => known.has(`/media/${id}`)));
}

/** An unsaved question as a learner would see it, with what the rules say about it. */
export async function preview(input: QuestionInput, seed: number): Promise<QuestionPreview> {
  const { question, messages } = await check(input);
  const { item, answer, media } = shownQuestion(question, seed, 1);
  return { item, ...answer, media: await ofBank(media), messages };
}

/** How an answer to an unsaved question would be marked; nothing is stored. */
export async function mark(input: QuestionInput, seed: number, response: Response): Promise<PreviewMark> {
  const { question } = await check(input);
  const { type, key, language } = question;
  const content = contentOf(question);
  const given = toBankResponse(type, response, previewOrder(content, key, seed));
  const rules = rulesOf(type);
  const ratio = isMarked(type) ? null : rules.score(given, key, { language, content });
  return {
    ratio,
    points: ratio === null ? null : ratio * question.points,
    feedbackHtml: rules.feedbackFor(given, key, { language, content }).map(render.block),
  };
}
