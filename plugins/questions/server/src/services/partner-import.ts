import { Readable } from 'node:stream';
import { refuse } from '@lyceum/core/contract';
import { type Actor, audit, files, inTransaction, newId, type Partner, partnerOf, publicUrl } from '@lyceum/core/server';
import type { z } from 'zod';
import {
  type ImportOptions,
  type PartnerImport,
  type partnerImport,
  questionsProblems,
  type RowResult,
} from '../../../contract/index.ts';
import { JSON_FRAME } from '../../../domain/exchange/json/write.ts';
import { type BatchRecord, insertBatch, lockBatch } from '../records/import-batch.ts';
import { batchOf, readLimits, toBatch } from './import-batch.ts';
import { report } from './import-report.ts';
import { queue } from './import-start.ts';
import { describe } from './import-upload.ts';

type Body = z.output<NonNullable<(typeof partnerImport)['body']>>;

const shown = (batch: BatchRecord): PartnerImport => ({
  ...toBatch(batch),
  statusUrl: `${publicUrl()}/api/v1/questions/imports/${batch.id}`,
});

/** A batch of this partner. @throws Refusal `importNotFound`, the same for a foreign one as for none at all */
async function own(id: string, { id: partnerId }: Partner): Promise<BatchRecord> {
  const batch = await batchOf(id);
  return batch.partner_id === partnerId ? batch : refuse(questionsProblems.importNotFound);
}

function* jsonFile(questions: Body['questions']): Generator<string> {
  yield JSON_FRAME.head;
  for (const [at, question] of questions.entries()) yield (at > 0 ? JSON_FRAME.between : '') + JSON.stringify(question);
  yield JSON_FRAME.tail;
}

/**
 * Takes questions of a partner and queues their import as drafts that belong to nobody yet; a partner never publishes.
 * They go the way of every file: reader, rules, report.
 */
export async function takePartnerImport(
  { questions, dryRun, mode, onError, defaults }: Body,
  actor: Actor,
): Promise<PartnerImport> {
  const partner = partnerOf(actor);
  const { rows } = await readLimits();
  if (questions.length > rows) refuse(questionsProblems.importTooLarge, { params: { limit: 'rows', max: rows } });
  return inTransaction(async (tx) => {
    const stored = await files.put({
      name: 'questions.json',
      mimeType: 'application/json',
      purpose: 'questions.import',
      stream: Readable.from(jsonFile(questions)),
    });
    const id = newId();
    await insertBatch(tx, {
      id,
      fileId: stored.id,
      fileName: stored.name,
      format: 'json',
      sizeBytes: stored.sizeBytes,
      startedBy: null,
      partner,
    });
    await audit(tx, {
      actor,
      action: 'questions.partnerImport',
      object: `import:${id}`,
      after: { questions: questions.length, sha256: stored.sha256 },
    });
    await describe(id, {});
    const options: ImportOptions = { mode, onError, publish: false, acceptWarnings: true };
    const batch = (await lockBatch(tx, id)) ?? refuse(questionsProblems.importNotFound);
    await queue(tx, batch, { dryRun, defaults, options }, actor);
    return shown(await batchOf(id));
  });
}

export const partnerImportState = async (id: string, actor: Actor): Promise<PartnerImport> =>
  shown(await own(id, partnerOf(actor)));

type RowsQuery = { cursor?: string | undefined; pageSize: number; result?: RowResult | undefined };

export async function partnerImportRows(id: string, { cursor, pageSize, result }: RowsQuery, actor: Actor) {
  await own(id, partnerOf(actor));
  return report(id, { cursor, pageSize, result });
}
