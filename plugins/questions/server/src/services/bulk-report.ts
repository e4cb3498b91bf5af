import { Readable } from 'node:stream';
import type { Locale } from '@lyceum/core/contract';
import { type Actor, csvLine, db, sql } from '@lyceum/core/server';
import { bulkReasonSentence, ruleSentence } from '../../../contract/index.ts';
import { failedRows } from '../records/bulk.ts';
import { bulk } from './bulk-jobs.ts';

const PAGE = 500;

async function* lines(runId: string, language: Locale): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(['code', 'reason', 'details'])}`;
  for (let after = 0; ; ) {
    const rows = await failedRows(db(), runId, sql`number > ${after}`, PAGE);
    yield rows
      .map(({ code, reason }) =>
        csvLine([
          code,
          bulkReasonSentence(reason, language),
          reason.messages.map((message) => `${message.field}: ${ruleSentence(message, language)}`).join(' · '),
        ]),
      )
      .join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.number;
  }
}

/** The questions an action left out, as a CSV file; cells no spreadsheet computes [I3]. */
export async function failuresCsv(runId: string, language: Locale, actor: Actor): Promise<Readable> {
  await bulk.get(runId, actor);
  return Readable.from(lines(runId, language));
}
