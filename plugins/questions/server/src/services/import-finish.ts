import { LOCALES, type Locale } from '@lyceum/core/contract';
import { announce, audit, publicUrl, sendMail, type Tx } from '@lyceum/core/server';
import { questionEvents } from '../../../contract/index.ts';
import { type BatchRecord, findBatch } from '../records/import-batch.ts';
import { importMail } from './import-mail.ts';

const languageOf = ({ starter_language }: BatchRecord): Locale => LOCALES.find((locale) => locale === starter_language) ?? 'en';

/** Tells that a run ended: event, audit, and for a real run a mail to who started it. Once, in the transaction that ends it. */
export async function finishRun(tx: Tx, id: string): Promise<void> {
  const batch = await findBatch(tx, id);
  if (!batch || (batch.state !== 'finished' && batch.state !== 'failed' && batch.state !== 'cancelled')) return;
  const counts = {
    created: batch.created_count,
    updated: batch.updated_count,
    skipped: batch.skipped_count,
    failed: batch.failed_count,
  };
  await announce(tx, questionEvents.importFinished, {
    batchId: id,
    dryRun: batch.dry_run === true,
    state: batch.state,
    ...counts,
  });
  await audit(tx, {
    actor: 'system',
    action: 'questions.finishImport',
    object: `import:${id}`,
    after: { state: batch.state, run: batch.run, ...counts },
  });
  if (batch.dry_run || !batch.starter_email) return;
  const href = `${publicUrl()}/cms/admin/plugins/questions/imports/${id}`;
  const mail = importMail({ state: batch.state, fileName: batch.file_name, ...counts, href }, languageOf(batch));
  await sendMail(tx, { to: batch.starter_email, ...mail, dedupeKey: `questions.import:${id}:${batch.run}` });
}
