import { isBlanksDetails, isBlanksKey } from '../../types/blanks.ts';
import { error } from '../../types/messages.ts';
import type { SheetForm } from './form.ts';
import { GAP_EXAMPLE, readGap, writeGap } from './gap.ts';
import { strayOptions } from './options.ts';
import { splitAt } from './parts.ts';

/** Gaps stand as `[[1]]` in the stem; key says what belongs into each: see `GAP_EXAMPLE`. */
export const blanksSheet: SheetForm = {
  write({ details, key }) {
    if (!isBlanksDetails(details) || !isBlanksKey(key)) return {};
    const gaps = details.gaps.flatMap((gap) => {
      const own = key.gaps[gap.id];
      return own === undefined ? [] : [writeGap(gap, own)];
    });
    return { key: gaps.join('; ') };
  },
  read(cells) {
    const entries = splitAt(cells.key, [';']).filter((entry) => entry.trim() !== '');
    const read = entries.map(readGap);
    const gaps = read.flatMap((one) => (one.gap === null ? [] : [one]));
    const twice = gaps.filter(({ gap }, at) => gaps.findIndex((other) => other.gap.id === gap.id) !== at);
    return {
      options: strayOptions(cells),
      details: { gaps: gaps.map(({ gap }) => gap) },
      key: { gaps: Object.fromEntries(gaps.map(({ gap, key }) => [gap.id, key])) },
      messages: [
        ...(cells.key.trim() === '' ? [error('keyMissing', 'key')] : []),
        ...read.flatMap(({ messages }) => messages),
        ...twice.map(({ gap }) => error('cellForm', 'key', { value: gap.id, example: GAP_EXAMPLE })),
      ],
    };
  },
};
