import { z } from 'zod';
import { MAX_SELECTED, NoDetails, OptionRef } from './option.ts';

/** Option ids in the right order; learners always meet them shuffled. */
export const OrderingKey = z.strictObject({ order: z.array(OptionRef).max(MAX_SELECTED) });
export type OrderingKey = z.output<typeof OrderingKey>;

export const OrderingResponse = z.strictObject({ order: z.array(z.string().max(10)).max(MAX_SELECTED) });
export type OrderingResponse = z.output<typeof OrderingResponse>;

export const orderingShape = { details: NoDetails, key: OrderingKey, response: OrderingResponse } as const;
