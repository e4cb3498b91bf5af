import type { z } from 'zod';

/** A fact in the past tense. Ids and plain values only; add fields as optional, a change of meaning is a new version. */
export type EventDefinition<S extends z.ZodType = z.ZodType> = {
  /** `<plugin>.<pastTense>`, for example `exams.attemptScored`. */
  readonly type: string;
  readonly version: number;
  readonly payload: S;
};

export function defineEvent<S extends z.ZodType>(type: string, version: number, payload: S): EventDefinition<S> {
  return Object.freeze({ type, version, payload });
}

/** An event as a subscriber gets it. */
export type EventRecord<T> = {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: Date;
  readonly payload: T;
};
