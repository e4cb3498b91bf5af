import { isOrderingKey } from '../../types/ordering.ts';
import { readCorrect } from './choice.ts';
import type { SheetForm } from './form.ts';
import { readOptions } from './options.ts';

/** What is to be ordered stands in option_a … in the right order; key may name another order, such as `B,A,C`. */
export const orderingSheet: SheetForm = {
  write({ options, key }) {
    const order: readonly string[] = isOrderingKey(key) ? key.order : [];
    return { options: order.map((id) => options.find((option) => option.id === id)?.text ?? '') };
  },
  read(cells, { form }) {
    const { options, messages } = readOptions(cells);
    const right = readCorrect(
      cells.key,
      form,
      cells.options.map((text) => text.trim()),
    );
    return {
      options,
      details: {},
      key: { order: cells.key.trim() === '' ? options.map(({ id }) => id) : right.correct },
      messages: [...messages, ...right.messages],
    };
  },
};
