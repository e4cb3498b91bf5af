import { nearText } from '../../../../domain/duplicates/near-text.ts';
import type { BankFacts } from '../../../../domain/import/decide.ts';
import type { PreparedRow } from '../../../../domain/import/prepared.ts';
import { createMatcher, type Matcher } from '../../duplicates/matcher.ts';
import type { RunTask } from '../tasks.ts';

/** A comparison that reads the bank while the first rows are read. */
export type Similar = { readonly matcher: Matcher; readonly loaded: Promise<number> };

export function lookForSimilar({ batchId, database, similarFrom }: RunTask): Similar {
  // What an earlier try of this run wrote comes again from the file, so the report does not depend on where it broke off.
  const matcher = createMatcher({ database, threshold: similarFrom, withoutBatch: batchId });
  const loaded = matcher.load();
  // Looked at with the first rows; until then nobody listens.
  loaded.catch(() => undefined);
  return { matcher, loaded };
}

/** What the rows of a chunk are like in the bank and earlier in the file: the most similar one of each. */
export function similarRows({ matcher, loaded }: Similar, rows: readonly PreparedRow[]): Promise<BankFacts['similar']> {
  const asked = rows.flatMap(({ number, question }) =>
    question === null ? [] : [{ number, id: question.code, text: nearText(question) }],
  );
  const found = (async () => {
    await loaded;
    const matches = await matcher.match(asked.map(({ id, text }) => ({ id, text })));
    return new Map(
      asked.flatMap(({ number }, at) => {
        const best = matches[at]?.matches[0];
        return best ? [[number, { code: best.code ?? best.id, percent: Math.floor(best.similarity * 100) }] as const] : [];
      }),
    );
  })();
  // Awaited when the chunk is decided, which may be after an error of another one.
  found.catch(() => undefined);
  return found;
}
