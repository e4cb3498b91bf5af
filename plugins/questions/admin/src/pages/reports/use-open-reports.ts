import { useCall, useLoaded } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { listReports, type StaffReport } from '../../../../contract/index.ts';

/** As many as are closed in one go. */
const MOST = 500;

/** The open reports of a question, oldest first. */
export function useOpenReports(documentId: DocumentId | null) {
  const call = useCall();
  return useLoaded(async () => {
    const rows: StaffReport[] = [];
    if (documentId === null) return rows;
    let cursor: string | null | undefined;
    do {
      const query = { documentId, state: 'open', pageSize: 100, ...(cursor ? { cursor } : {}) };
      const page = await call(listReports, { query: query as never });
      rows.push(...page.rows);
      cursor = page.next;
    } while (cursor && rows.length < MOST);
    return rows;
  }, [documentId]);
}
