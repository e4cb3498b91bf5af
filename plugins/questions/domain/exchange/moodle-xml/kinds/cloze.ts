import { type Gap, type GapKey, MAX_GAPS } from '../../../../contract/index.ts';
import { parseNumber } from '../../../text/numbers.ts';
import { error } from '../../../types/messages.ts';
import { asOptions, isFull, type NumberAnswer, numberKey, textKey } from '../../answers.ts';
import { gapMark, withGaps } from '../../gap-marks.ts';
import { approximated, leftOut } from '../../losses.ts';
import { type ClozeGap, parseCloze } from '../cloze-parse.ts';
import { formatOf, type Kind, type KindContext } from '../context.ts';
import { child, textOf } from '../tree.ts';
import { literal } from './typed.ts';

type Read = { readonly gap: Gap; readonly key: GapKey };
const TOLERANCE = /^(.*):([^:]*)$/;

/** Text of an answer without markup: what is typed is compared as it is. */
const plain = (text: string, context: KindContext): string =>
  context.format === 'markdown'
    ? text
    : context.draft.markdown(text, context.format, 'key.gaps').replace(/\\([!-/:-@[-`{-~])/g, '$1');

function typed(id: string, { kind, answers }: ClozeGap, context: KindContext): Read {
  const { draft } = context;
  const read = answers.flatMap(({ text, share, feedback }) => {
    const shown = literal(plain(text, context));
    const said = feedback === '' ? null : draft.markdown(feedback, context.format, `key.gaps.${id}`);
    if (shown !== null) return [{ text: shown, share, feedback: said }];
    draft.lose(leftOut('patternLeftOut', `key.gaps.${id}`, { text: text.slice(0, 80) }));
    return [];
  });
  return { gap: { id, kind: 'text' }, key: textKey(read, kind === 'cased-text') };
}

function numeric(id: string, { answers }: ClozeGap, context: KindContext): Read {
  const { draft } = context;
  const read = answers.flatMap(({ text, share, feedback }): NumberAnswer[] => {
    if (text === '*') {
      draft.lose(leftOut('patternLeftOut', `key.gaps.${id}`, { text }));
      return [];
    }
    const [, before = text, behind = '0'] = TOLERANCE.exec(text) ?? [];
    const [value, tolerance] = [parseNumber(before), parseNumber(behind)];
    if (value === null || tolerance === null) draft.tell(error('numberForm', `key.gaps.${id}`, { value: text.slice(0, 60) }));
    const said = feedback === '' ? null : draft.markdown(feedback, context.format, `key.gaps.${id}`);
    return [{ value: value ?? 0, tolerance: tolerance ?? 0, share, feedback: said }];
  });
  const key = numberKey(read);
  if (key === null) draft.tell(error('keyMissing', `key.gaps.${id}`));
  return { gap: { id, kind: 'number' }, key: key ?? { value: 0, tolerance: 0 } };
}

/** A list: it has no place for shares and feedback of single choices. */
function chosen(id: string, at: number, { kind, answers }: ClozeGap, { draft, format }: KindContext): Read {
  const field = `details.gaps.${at}.options`;
  const { options, messages } = asOptions(
    answers.map(({ text }) => ({ text: draft.markdown(text, format, field) })),
    field,
  );
  draft.tell(...messages);
  if (kind === 'choices') draft.lose(approximated('typeApproximated', `key.gaps.${id}`, { as: 'single-choice' }));
  if (answers.some(({ share }) => share !== 0 && !isFull(share))) draft.lose(leftOut('sharesLeftOut', `key.gaps.${id}`));
  for (const { feedback } of answers) {
    if (feedback !== '') draft.lose(leftOut('feedbackLeftOut', `key.gaps.${id}`, { text: feedback.slice(0, 80) }));
  }
  const best = Math.max(...answers.map(({ share }) => share));
  const correct = answers.flatMap(({ share }, place) => (share > 0 && share === best ? [options[place]?.id ?? ''] : []));
  return { gap: { id, kind: 'choice', options }, key: { correct } };
}

/** `cloze` (multianswer): answers embedded in a text. */
export const cloze: Kind = (context) => {
  const { draft, node, format } = context;
  const element = child(node, 'questiontext');
  const { texts, gaps } = parseCloze(textOf(element));
  if (gaps.length === 0) draft.tell(error('clozeNoGap', 'stem'));
  if (gaps.length > MAX_GAPS) draft.tell(error('tooMany', 'details.gaps', { count: gaps.length, max: MAX_GAPS }));
  if (new Set(gaps.map(({ weight }) => weight)).size > 1) draft.lose(approximated('gapWeights', 'key.gaps'));
  const stem = texts.map((text, at) => text + (at < gaps.length ? gapMark(at + 1) : '')).join('');
  const read = gaps.slice(0, MAX_GAPS).map((gap, at): Read => {
    const id = String(at + 1);
    if (gap.kind === 'number') return numeric(id, gap, context);
    return gap.kind === 'choice' || gap.kind === 'choices' ? chosen(id, at, gap, context) : typed(id, gap, context);
  });
  return {
    type: 'blanks',
    stem: withGaps(draft.markdown(stem, formatOf(element, format), 'stem')),
    options: [],
    details: { gaps: read.map(({ gap }) => gap) },
    key: { gaps: Object.fromEntries(read.map(({ gap, key }) => [gap.id, key])) },
  };
};
