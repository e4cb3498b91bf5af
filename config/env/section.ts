import type { z } from 'zod';

/**
 * One group of environment variables: keys are the names people set, values are checked and described
 * one sentence each; `shape` turns them into what the code reads.
 */
export type Section<S extends z.ZodObject, R> = {
  readonly name: string;
  readonly title: string;
  readonly schema: S;
  readonly shape: (values: z.output<S>, place: { repository: string }) => R;
};

export function defineSection<S extends z.ZodObject, R>(section: Section<S, R>): Section<S, R> {
  return Object.freeze(section);
}
