import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOrders, optionOrder } from './option-order.ts';

const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const anyOptions = fc
  .array(fc.boolean(), { minLength: 2, maxLength: 10 })
  .map((pins) => pins.map((pinned, at) => ({ id: letters[at] ?? '', pinned })));

describe('order of options', () => {
  it('keeps every option, and pinned ones in their place [E-47]', () => {
    fc.assert(
      fc.property(seeds, anyOptions, fc.integer({ min: 1, max: 500 }), (seed, options, item) => {
        const order = optionOrder(seed, item, options, true);
        expect(order.toSorted()).toEqual(options.map((one) => one.id));
        for (const [at, option] of options.entries()) if (option.pinned) expect(order[at]).toBe(option.id);
      }),
    );
  });

  it('is the same at every look and differs between items', () => {
    const options = letters.map((id) => ({ id }));
    const seed = new Uint8Array(16).fill(4);
    expect(optionOrder(seed, 1, options, true)).toEqual(optionOrder(seed, 1, options, true));
    expect(optionOrder(seed, 1, options, true)).not.toEqual(optionOrder(seed, 2, options, true));
    expect(optionOrder(seed, 1, options, false)).toEqual(letters);
  });

  it('shows each option in each place about equally often, so that a place tells nothing about the key', () => {
    const counts = [0, 0, 0, 0];
    const options = letters.slice(0, 4).map((id) => ({ id }));
    for (let item = 1; item <= 8_000; item++) {
      const place = optionOrder(new Uint8Array(16).fill(9), item, options, true).indexOf('a');
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('gives every list of an item an order of its own, and shuffles what must be although the exam does not', () => {
    const ids = letters.map((id) => ({ id }));
    const lists = [
      { list: 'options', ids, always: true },
      { list: 'gap.1', ids, always: false },
    ];
    const seed = new Uint8Array(16).fill(4);
    const plain = listOrders(seed, 1, lists, false, null);
    expect(plain.get('options')).toEqual(optionOrder(seed, 1, ids, true));
    expect(plain.get('gap.1')).toEqual(letters);
    const mixed = listOrders(seed, 1, lists, true, null);
    expect(mixed.get('gap.1')).not.toEqual(mixed.get('options'));
  });

  it('never shows things to be ordered in the right order, unless there is one only [Q-02]', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 500 }), (seed, count, item) => {
        const right = letters.slice(0, count);
        const lists = [{ list: 'options', ids: right.map((id) => ({ id })), always: true }];
        const order = listOrders(seed, item, lists, false, right).get('options') ?? [];
        expect(order.toSorted()).toEqual(right);
        if (count > 1) expect(order).not.toEqual(right);
      }),
    );
  });
});
