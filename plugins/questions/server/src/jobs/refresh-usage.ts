import { inTransaction } from '@lyceum/core/server';
import { addUsage, beginUsage, endUsage } from '../records/usage.ts';
import { usageSources } from '../services/uses.ts';

/** Counts anew how often each question was given to learners, in one transaction: the list never shows half of it. */
export const refreshUsage = (): Promise<void> =>
  inTransaction(async (tx) => {
    await beginUsage(tx);
    for (const count of usageSources()) for await (const counts of count()) if (counts.length > 0) await addUsage(tx, counts);
    await endUsage(tx);
  });
