import { MAX_GAPS } from '../../../../contract/index.ts';
import { error } from '../../../types/messages.ts';
import { asOptions } from '../../answers.ts';
import { gapMark, withGaps } from '../../gap-marks.ts';
import { approximated } from '../../losses.ts';
import { formatOf, type Kind, type KindBody, type KindContext } from '../context.ts';
import { child, children, textIn, textOf } from '../tree.ts';

type Choice = { readonly text: string; readonly group: string };

/** Gaps `[[2]]` whose number is that of the right choice; each gap offers the choices of its group. */
function gaps(choices: readonly Choice[], { node, draft, format }: KindContext) {
  const right: number[] = [];
  const element = child(node, 'questiontext');
  const marked = textOf(element).replace(/\[\[(\d{1,3})\]\]/g, (_, number: string) => {
    right.push(Number(number) - 1);
    return gapMark(right.length);
  });
  if (right.length > MAX_GAPS) draft.tell(error('tooMany', 'details.gaps', { count: right.length, max: MAX_GAPS }));
  const stem = withGaps(draft.markdown(marked, formatOf(element, format), 'stem'));
  const made = right.map((place, at) => {
    const id = String(at + 1);
    const chosen = choices[place];
    if (chosen === undefined) draft.tell(error('keyUnknownOption', `key.gaps.${id}`, { key: String(place + 1) }));
    const listed = choices.filter(({ group }) => group === chosen?.group);
    const { options, messages } = asOptions(
      listed.map(({ text }) => ({ text: draft.markdown(text, format, `details.gaps.${at}.options`) })),
      `details.gaps.${at}.options`,
    );
    draft.tell(...messages);
    const correct = options[chosen ? listed.indexOf(chosen) : -1]?.id ?? '';
    return {
      gap: { id, kind: 'choice' as const, options },
      key: [id, { correct: [String(correct)] }] as [string, { correct: string[] }],
    };
  });
  return { stem, gaps: made.map(({ gap }) => gap), keys: Object.fromEntries(made.map(({ key }) => key)) };
}

const blanks = (choices: readonly Choice[], context: KindContext): KindBody => {
  const found = gaps(choices, context);
  return { type: 'blanks', stem: found.stem, options: [], details: { gaps: found.gaps }, key: { gaps: found.keys } };
};

/** `gapselect`: lists in a text. */
export const gapselect: Kind = (context) =>
  blanks(
    children(context.node, 'selectoption').map((option) => ({ text: textOf(option), group: textIn(option, 'group') || '1' })),
    context,
  );

/** `ddwtos`: words dragged into a text become lists in it. */
export const ddwtos: Kind = (context) => {
  context.draft.lose(approximated('typeApproximated', 'type', { as: 'blanks' }));
  return blanks(
    children(context.node, 'dragbox').map((box) => ({ text: textOf(box), group: textIn(box, 'group') || '1' })),
    context,
  );
};
