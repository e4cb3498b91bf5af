import { POINTS, TEXT_LIMITS } from '../../../contract/index.ts';
import { cleanLine } from '../../text/clean.ts';
import { error } from '../../types/messages.ts';
import { attribute, type MarkupElement } from '../html/tree.ts';
import type { ExchangeItem, ExchangeQuestion } from '../item.ts';
import { approximated, leftOut } from '../losses.ts';
import { type FeedbackTexts, loseScoring } from './answers-of.ts';
import type { Answered } from './bodies.ts';
import { interactionsOf } from './declarations.ts';
import { feedbackOf } from './feedback.ts';
import { readBlanks, readGapMatch } from './interactions/blanks.ts';
import { readChoice } from './interactions/choice.ts';
import { ownBlocks, readLongText, readUpload } from './interactions/marked.ts';
import { readAssociate, readMatch, readOrder } from './interactions/pairs.ts';
import { typedKey } from './interactions/typed.ts';
import type { QtiSource } from './meta.ts';
import { languageOf, ownFields } from './own-fields.ts';
import { openItem, type QtiReading } from './reading.ts';
import { stemNodes } from './stem.ts';

const INLINE = ['textentryinteraction', 'inlinechoiceinteraction'];
/** Interactions that ask nothing. */
const SILENT = ['endattemptinteraction', 'mediainteraction'];

/** One typed answer: a number or a text. */
function readTyped(interaction: MarkupElement, reading: QtiReading, feedback: FeedbackTexts): Answered | null {
  const response = reading.declared.get(attribute(interaction, 'responseidentifier') ?? '');
  const key = response ? typedKey(response, reading, feedback, 'key') : null;
  if (!key) return null;
  return { type: 'tolerance' in key ? 'number' : 'short-text', options: [], details: {}, key };
}

function readOne(interaction: MarkupElement, reading: QtiReading, feedback: FeedbackTexts): Answered | null {
  const response = reading.declared.get(attribute(interaction, 'responseidentifier') ?? '');
  if (interaction.name === 'extendedtextinteraction') return readLongText(interaction, reading);
  if (interaction.name === 'uploadinteraction') return readUpload(interaction, reading);
  if (response === undefined) {
    reading.draft.tell(error('qtiNoResponse', 'key', { name: attribute(interaction, 'responseidentifier') ?? '' }));
    return null;
  }
  switch (interaction.name) {
    case 'choiceinteraction':
      return readChoice(interaction, response, reading, feedback);
    case 'textentryinteraction':
      return attribute(interaction, 'responseidentifier')?.startsWith('GAP_')
        ? readBlanks([interaction], reading, feedback)
        : readTyped(interaction, reading, feedback);
    case 'inlinechoiceinteraction':
      return readBlanks([interaction], reading, feedback);
    case 'matchinteraction':
      return readMatch(interaction, response, reading);
    case 'associateinteraction':
      return readAssociate(interaction, response, reading);
    case 'orderinteraction':
      return readOrder(interaction, response, reading);
    case 'gapmatchinteraction':
      return readGapMatch(interaction, reading);
    default:
      return null;
  }
}

/** Names of QTI that are of several words. */
const WORDS = [
  'textEntry',
  'inlineChoice',
  'extendedText',
  'gapMatch',
  'graphicGapMatch',
  'graphicOrder',
  'graphicAssociate',
  'selectPoint',
  'positionObject',
  'portableCustom',
];
const nameOf = (name: string): string => {
  const short = name.replace(/interaction$/, '');
  return `${WORDS.find((word) => word.toLowerCase() === short) ?? short}Interaction`;
};

/** The kinds of interactions of an item as QTI calls them. */
function kindOf(interactions: readonly MarkupElement[]): string {
  const names = [...new Set(interactions.map(({ name }) => nameOf(name)))].join(' + ');
  const isOneQuestion = interactions.length === 1 || interactions.every(({ name }) => INLINE.includes(name));
  return interactions.length === 0 ? 'noInteraction' : isOneQuestion ? names : `composite: ${names}`;
}

function answeredBy(interactions: readonly MarkupElement[], reading: QtiReading, feedback: FeedbackTexts): Answered | null {
  const [only, ...more] = interactions;
  if (only === undefined) return null;
  if (more.length === 0) return readOne(only, reading, feedback);
  return interactions.every(({ name }) => INLINE.includes(name)) ? readBlanks(interactions, reading, feedback) : null;
}

/** Codes of others are taken over where they look unique beyond their file. */
const codeOf = (identifier: string, isOurs: boolean): string | undefined =>
  identifier.length <= TEXT_LIMITS.code && (isOurs || (identifier.length >= 16 && /\d/.test(identifier)))
    ? identifier
    : undefined;

function pointsOf(reading: QtiReading): number | undefined {
  const { stated, draft } = reading;
  if (stated === null) return undefined;
  if (stated >= POINTS.min && stated <= POINTS.max) return stated;
  draft.lose(approximated('qtiPoints', 'points', { points: stated }));
  return undefined;
}

/** What all types share: text, explanation, names, points. */
function common(reading: QtiReading, answered: Answered, explanation: string | null): ExchangeQuestion {
  const { item, body, source, markdown } = reading;
  const texts = (role: string, field: string) =>
    ownBlocks(item, role)
      .map((block) => markdown(block.children, field))
      .filter((text) => text !== '');
  const { title, language, tags, topic, ...meta } = source.meta;
  const named = cleanLine(attribute(item, 'title') ?? '') || title || '';
  const isName = named !== '' && named !== attribute(item, 'identifier');
  const code = codeOf(attribute(item, 'identifier') ?? '', reading.isOurs);
  const points = pointsOf(reading);
  const ownLanguage = languageOf(attribute(item, 'lang')) ?? language;
  const [solution] = texts('solution', 'solution');
  const hints = texts('hint', 'hints');
  return {
    ...answered,
    stem: markdown(stemNodes(body, answered.type === 'blanks'), 'stem'),
    ...(explanation ? { explanation } : {}),
    ...(solution ? { solution } : {}),
    ...(hints.length > 0 ? { hints } : {}),
    ...(isName ? { title: named.slice(0, TEXT_LIMITS.title) } : {}),
    ...(code ? { code } : {}),
    ...(points === undefined ? {} : { points }),
    ...(ownLanguage ? { language: ownLanguage } : {}),
    ...(tags && tags.length > 0 ? { tags: tags.slice(0, 30).map((tag) => tag.slice(0, TEXT_LIMITS.tag)) } : {}),
    ...(topic && topic.length > 0 ? { topic: topic.slice(0, 3).join(' / ') } : {}),
    ...meta,
    ...ownFields(body),
  };
}

/** An item of QTI 2.0–3.0 as an entry of the import; never throws for what a file may hold. */
export function readQtiItem(source: QtiSource<MarkupElement>): ExchangeItem {
  const reading = openItem(source);
  const { draft } = reading;
  const interactions = interactionsOf(reading.body).filter(({ name }) => !SILENT.includes(name));
  const head = { number: source.number, kind: kindOf(interactions), source: source.source };
  const feedback = feedbackOf(reading);
  const answered = answeredBy(interactions, reading, feedback);
  if (answered === null || draft.messages.length > 0) {
    if (draft.messages.length === 0) draft.lose(leftOut('kindLeftOut', 'type', { kind: head.kind }));
    return draft.item(head, null);
  }
  const isMarked = answered.type === 'long-text' || answered.type === 'audio-answer';
  if (!isMarked) loseScoring(reading);
  return draft.item(head, common(reading, answered, feedback.rest()));
}
