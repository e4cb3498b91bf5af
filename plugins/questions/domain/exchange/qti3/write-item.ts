import type { BlanksDetails, Details, MatchingDetails } from '../../../contract/index.ts';
import { isBlanksDetails } from '../../types/blanks.ts';
import { isMatchingDetails } from '../../types/matching.ts';
import type { ExchangeQuestion, Written } from '../item.ts';
import { xmlAttributes, xmlText } from '../package/xml-text.ts';
import { FIELDS_ATTRIBUTE, type OwnFields } from '../qti/own-fields.ts';
import { OWN_TOOL } from '../qti/reading.ts';
import { outcomeDeclaration, responseDeclaration } from './declare.ts';
import { blanksParts, markedParts, matchingParts, orderingParts } from './part-lists.ts';
import { choiceParts, type Parts, typedParts } from './parts.ts';
import { openWriting, qti, type WriteOptions, type Writing } from './writing.ts';

export const QTI3_NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const SCHEMA = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd';

/** One written item. */
export type QtiWritten = Written & {
  /** Names of the files in the package that the item shows, each once. */
  readonly media: readonly string[];
  /** Unique in the package and without signs that identifiers may not have. */
  readonly identifier: string;
};

/** An identifier of QTI for a code: letters, digits, `-`, `_` and `.`, not beginning with a digit. */
export const qtiIdentifier = (code: string, number: number): string =>
  /^[A-Za-z_][A-Za-z0-9._-]{0,39}$/.test(code) ? code : `item-${number}`;

const gapsOf = (details: Details): BlanksDetails => (isBlanksDetails(details) ? details : { gaps: [] });
const promptsOf = (details: Details): MatchingDetails => (isMatchingDetails(details) ? details : { prompts: [] });

function partsOf(writing: Writing, points: number): Parts {
  const { key, details = {}, type } = writing.question;
  const scale = points > 0 ? points : 1;
  if ('correct' in key) return choiceParts(writing, key, points);
  if ('gaps' in key) return blanksParts(writing, key, gapsOf(details), points);
  if ('pairs' in key) return matchingParts(writing, key, promptsOf(details), points);
  if ('order' in key) return orderingParts(writing, key, points);
  if ('rubric' in key) return markedParts(writing, key);
  const length = type === 'number' ? 15 : 30;
  const unit = writing.question.unit ? ` <span>${xmlText(writing.question.unit)}</span>` : '';
  const field = qti('text-entry-interaction', { 'response-identifier': 'RESPONSE', 'expected-length': length });
  return { ...typedParts('RESPONSE', key, scale, 'key'), answer: `<p>${field}${unit}</p>` };
}

/** What QTI has no place for, as the attribute that our own import reads. */
function ownFieldsOf(question: ExchangeQuestion): string {
  const { code, title, unit, topic, furtherTopics, examTypes, skill, irt, difficulty, tags, estimatedSec, source, licence } =
    question;
  const fields: OwnFields = {
    code,
    title,
    unit,
    topic,
    furtherTopics: furtherTopics && [...furtherTopics],
    examTypes: examTypes && [...examTypes],
    skill,
    irt,
    difficulty,
    tags,
    estimatedSec,
    source,
    licence,
  };
  const filled = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return JSON.stringify(Object.fromEntries(filled));
}

function bodyOf(writing: Writing, parts: Parts): string {
  const { question } = writing;
  const placed = new Set<string>();
  const gap = (id: string): string => {
    const markup = parts.gaps?.get(id);
    if (markup === undefined || placed.has(id)) return `[[${id}]]`;
    placed.add(id);
    return markup;
  };
  const stem = writing.text(question.stem, 'stem', parts.gaps ? { gap } : {});
  // A gap inside a formula or a block of code has no place there: it follows the text.
  const others = [...(parts.gaps ?? [])].filter(([id]) => !placed.has(id)).map(([, markup]) => `<p>${markup}</p>`);
  const answer = parts.answer + others.join('');
  const block = (role: string, text: string, field: string) =>
    qti('rubric-block', { view: 'tutor', use: 'instructions', 'data-role': role }, writing.text(text, field));
  return qti('item-body', { [FIELDS_ATTRIBUTE]: ownFieldsOf(question) }, [
    ...(parts.blocks ?? []),
    ...(question.hints ?? []).map((hint, at) => block('hint', hint, `hints.${at}`)),
    ...(question.solution ? [block('solution', question.solution, 'solution')] : []),
    stem,
    answer === '' ? '' : `<div data-role="answer">${answer}</div>`,
  ]);
}

/**
 * A question as an item of QTI 3.0. Texts carry their Markdown and the body carries what QTI has no place for, so that our own
 * import takes everything back as it was; other systems read the rest. @param number place of the item in its package, from 1
 */
export function writeQtiItem(question: ExchangeQuestion, number: number, options: WriteOptions): QtiWritten {
  const writing = openWriting(question, options);
  const points = question.points ?? 1;
  const parts = partsOf(writing, points);
  const identifier = options.identifier ?? qtiIdentifier(question.code ?? '', number);
  const explanation = question.explanation
    ? [{ identifier: 'explanation', text: question.explanation, field: 'explanation' }]
    : [];
  const feedback = [...parts.feedback, ...explanation];
  const body = bodyOf(writing, parts);
  const shown = feedback.map(({ identifier: id, text, field }) =>
    qti(
      'modal-feedback',
      { identifier: id, 'outcome-identifier': 'FEEDBACK', 'show-hide': 'show' },
      qti('content-body', {}, writing.text(text, field)),
    ),
  );
  const processing = parts.processing.filter((one) => one !== '');
  const root = {
    xmlns: QTI3_NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${QTI3_NAMESPACE} ${SCHEMA}`,
    identifier,
    title: question.title ?? identifier,
    'xml:lang': question.language,
    adaptive: 'false',
    'time-dependent': 'false',
    'tool-name': OWN_TOOL,
    'tool-version': '1',
  };
  const inner = [
    ...parts.declarations.map(responseDeclaration),
    outcomeDeclaration('SCORE', 'single', 'float', [0], { 'normal-maximum': points }),
    outcomeDeclaration('MAXSCORE', 'single', 'float', [points]),
    ...(feedback.length > 0
      ? [
          outcomeDeclaration(
            'FEEDBACK',
            'multiple',
            'identifier',
            explanation.map((one) => one.identifier),
          ),
        ]
      : []),
    body,
    processing.length > 0 ? qti('response-processing', {}, processing) : '',
    ...shown,
  ];
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<qti-assessment-item${xmlAttributes(root)}>\n${inner.filter((part) => part !== '').join('\n')}\n</qti-assessment-item>\n`;
  return { text, losses: writing.losses, media: [...writing.media], identifier };
}
