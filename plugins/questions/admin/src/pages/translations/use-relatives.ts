import { type Loaded, useCall, useLoaded } from '@lyceum/core/admin';
import type { DocumentId, ReplyOf } from '@lyceum/core/contract';
import { getRelatives } from '../../../../contract/index.ts';

export type Relatives = ReplyOf<typeof getRelatives>;

/** What a question was copied from, what it translates, and its translations. */
export function useRelatives(documentId: string, version: string): Loaded<Relatives> {
  const call = useCall();
  return useLoaded(() => call(getRelatives, { params: { documentId: documentId as DocumentId } }), [documentId, version]);
}
