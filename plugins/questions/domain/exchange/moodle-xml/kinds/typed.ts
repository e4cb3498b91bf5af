import { parseNumber } from '../../../text/numbers.ts';
import { error } from '../../../types/messages.ts';
import { type NumberAnswer, numberKey, textKey } from '../../answers.ts';
import { leftOut } from '../../losses.ts';
import { answersOf, type Kind, shareOf } from '../context.ts';
import { child, children, flag, textIn, textOf, type XmlNode } from '../tree.ts';

/** A star stands for any text in Moodle, `\*` for the sign. Null for a pattern. */
export const literal = (text: string): string | null =>
  /(?:^|[^\\])\*/.test(text) ? null : text.replaceAll('\\*', '*').replace(/\s+/g, ' ').trim();

/** `shortanswer`. */
export const shortanswer: Kind = ({ node, draft, feedback }) => {
  const answers = answersOf(node).flatMap((answer) => {
    const written = textOf(answer);
    const text = literal(written);
    const said = feedback(child(answer, 'feedback'), 'key.alternatives');
    if (text !== null) return [{ text, share: shareOf(answer), feedback: said }];
    draft.lose(leftOut('patternLeftOut', 'key', { text: written.slice(0, 80) }));
    return [];
  });
  return { type: 'short-text', options: [], details: {}, key: textKey(answers, flag(node, 'usecase')) };
};

/** The unit of the right answer, which has the factor 1; others have no place. */
function unitOf(node: XmlNode): { unit: string | null; more: number } {
  const units = children(child(node, 'units'), 'unit').map((unit) => ({
    name: textIn(unit, 'unit_name'),
    factor: Number(textIn(unit, 'multiplier') || '1'),
  }));
  const base = units.find(({ factor }) => factor === 1) ?? units[0];
  return { unit: base?.name || null, more: Math.max(0, units.length - 1) };
}

/** `numerical`, with tolerances and the unit. */
export const numerical: Kind = ({ node, draft, feedback }) => {
  const answers = answersOf(node).flatMap((answer): NumberAnswer[] => {
    const written = textOf(answer);
    if (written === '*') {
      draft.lose(leftOut('patternLeftOut', 'key', { text: '*' }));
      return [];
    }
    const value = parseNumber(written);
    const tolerance = parseNumber(textIn(answer, 'tolerance') || '0');
    if (value === null) draft.tell(error('numberForm', 'key.value', { value: written.slice(0, 60) }));
    if (tolerance === null) draft.tell(error('numberForm', 'key.tolerance', { value: textIn(answer, 'tolerance').slice(0, 60) }));
    const said = feedback(child(answer, 'feedback'), 'key.alternatives');
    return [{ value: value ?? 0, tolerance: tolerance ?? 0, share: shareOf(answer), feedback: said }];
  });
  const { unit, more } = unitOf(node);
  if (more > 0) draft.lose(leftOut('partLeftOut', 'unit', { part: 'units' }));
  const key = numberKey(answers);
  if (key === null) draft.tell(error('keyMissing', 'key'));
  return { type: 'number', options: [], details: {}, key: key ?? { value: 0, tolerance: 0 }, unit };
};
