import type { Slot } from '../html/Html.tsx';
import type { AnswerProps } from '../types.ts';
import { gapsIn } from './Blanks.tsx';
import { GapField } from './GapField.tsx';

/** Fills the places of gaps in a stem with their fields; one that the question does not know stays a blank line. */
export const fillStem =
  (props: AnswerProps): Slot =>
  ({ attributes }) => {
    if (attributes.class !== 'gap') return undefined;
    const gap = gapsIn(props.item).find(({ id }) => id === attributes['data-gap']);
    return gap === undefined ? undefined : <GapField {...props} gap={gap} />;
  };
