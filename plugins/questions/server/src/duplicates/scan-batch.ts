import { SIGNATURE_VERSION } from '../../../domain/duplicates/min-hash.ts';
import type { NearMatcher } from '../../../domain/duplicates/near-matcher.ts';
import { nearText } from '../../../domain/duplicates/near-text.ts';
import { sameHash } from '../../../domain/duplicates/same-hash.ts';
import { signatureOf } from '../../../domain/duplicates/signature.ts';
import type { BankRow } from './bank-stream.ts';
import type { ScanBatch } from './messages.ts';

/** What is compared of a row. */
export const rowText = ({ stem, options, details, language }: BankRow): string =>
  nearText({ stem, options: options ?? [], details: details ?? {}, language });

const hashOf = ({ type, stem, options, details, key, unit, language }: BankRow): string =>
  sameHash({ type, stem, options: options ?? [], details: details ?? {}, key, unit, language });

/** Compares a batch with what came before it, and finds signatures and hashes that are missing or old. */
export function scanBatch(matcher: NearMatcher, rows: readonly BankRow[]): ScanBatch {
  const pairs: { a: string; b: string; similarity: number }[] = [];
  let limited = 0;
  const texts = rows.map((row) => {
    const text = rowText(row);
    const { matches, isLimited } = matcher.add(row.documentId, text);
    if (isLimited) limited += 1;
    for (const { id, similarity } of matches) {
      const [a, b] = id < row.documentId ? [id, row.documentId] : [row.documentId, id];
      pairs.push({ a, b, similarity });
    }
    return text;
  });
  const signatures = rows.flatMap(({ documentId, contentHash, signedHash, signedVersion }, at) =>
    signedVersion === SIGNATURE_VERSION && signedHash === contentHash
      ? []
      : [{ documentId, contentHash, bands: signatureOf(texts[at] ?? '') }],
  );
  const hashes = rows.flatMap((row) => {
    const hash = hashOf(row);
    return hash === row.sameHash ? [] : [{ documentId: row.documentId, contentHash: row.contentHash, sameHash: hash }];
  });
  return { compared: rows.length, limited, pairs, signatures, hashes };
}
