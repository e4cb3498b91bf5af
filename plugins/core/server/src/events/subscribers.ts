import type { z } from 'zod';
import type { EventDefinition, EventRecord } from '../../../contract/index.ts';
import type { Tx } from '../data/db.ts';
import { shared } from '../state.ts';

export type Subscriber = {
  readonly name: string;
  readonly event: EventDefinition;
  readonly handle: (tx: Tx, event: EventRecord<unknown>) => Promise<void>;
};

const all = () => shared('subscribers', () => new Map<string, Subscriber>());

/**
 * Hears an event. The handler's effect and the note that it was consumed are one transaction, so it happens exactly once;
 * a handler that fails is tried again later and never disturbs the publisher or another subscriber.
 * @param name unique and stable, `<plugin>.<what-it-does>`
 */
export function on<S extends z.ZodType>(
  name: string,
  event: EventDefinition<S>,
  handle: (tx: Tx, event: EventRecord<z.output<S>>) => Promise<void>,
): void {
  all().set(name, {
    name,
    event,
    handle: (tx, record) => handle(tx, { ...record, payload: event.payload.parse(record.payload) }),
  });
}

export const subscribersOf = (type: string): readonly Subscriber[] =>
  [...all().values()].filter(({ event }) => event.type === type);
