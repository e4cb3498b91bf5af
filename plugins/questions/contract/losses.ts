import { z } from 'zod';

/** What a format could not carry over as it was. The sentence of a code stands in `messages.ts`. */
export const Loss = z.object({
  /** `approximated`: there, but not the same; `leftOut`: not there. What is in no list was kept. */
  level: z.enum(['approximated', 'leftOut']),
  code: z.string(),
  /** Dotted from the question, as in a message of the rules. */
  field: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Loss = z.output<typeof Loss>;

/** How much of a question came through: the worst of its losses. */
export const FIDELITIES = ['kept', 'approximated', 'leftOut'] as const;
export const Fidelity = z.enum(FIDELITIES);
export type Fidelity = z.output<typeof Fidelity>;

export const fidelityOf = (losses: readonly Loss[]): Fidelity =>
  losses.some(({ level }) => level === 'leftOut') ? 'leftOut' : losses.length > 0 ? 'approximated' : 'kept';
