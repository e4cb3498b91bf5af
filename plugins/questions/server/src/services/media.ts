import { coreProblems, refuse } from '@lyceum/core/contract';
import { type Actor, audit, db, files, inTransaction, settings, theStrapi, type UploadedFile } from '@lyceum/core/server';
import { questionSettings, questionsProblems, type StoredMedia, type UnusedMedia } from '../../../contract/index.ts';
import { knownMedia, storedMedia } from '../records/media.ts';
import { forgetMedia, lockUnused, type MediaRecord, noteUnused, unusedMedia } from '../records/unused-media.ts';
import { withMedia } from './import-upload.ts';
import { mediaEntries } from './media-store.ts';
import { signedMedia } from './signed-media.ts';

/** Decoding one file may take so long. */
const CHECK_MS = 60_000;
/** How long staff may listen to a file they opened, in seconds. */
const LISTEN_SEC = 3_600;

const kindOf = (address: string): StoredMedia['kind'] => (address.startsWith('/media/') ? 'audio' : 'image');

/**
 * Stores one image or audio file. Its content is looked at in a process of its own; images are written anew without metadata.
 * @throws Refusal `mediaRefused` with the reason and the limit
 */
export async function storeMedia(file: UploadedFile | undefined): Promise<StoredMedia> {
  if (!file) return refuse(coreProblems.invalidRequest, { errors: [{ path: 'file', message: 'is missing' }] });
  const { imageMb, audioMb } = await settings(questionSettings).get();
  return withMedia([{ kind: 'file', path: file.path, name: file.name }], { timeoutMs: CHECK_MS }, async (found) => {
    const refused = found.refused[0];
    if (refused) return refuse(questionsProblems.mediaRefused, { params: { reason: refused.code, imageMb, audioMb } });
    const known = await storedMedia(
      db(),
      found.usable.map(({ sha256 }) => sha256),
    );
    const [entry] = await mediaEntries(found, false);
    const answer = entry?.[1];
    if (!answer || !('url' in answer)) throw new Error('The file was neither stored nor refused');
    return { address: answer.url, kind: kindOf(answer.url), isNew: known.size === 0 };
  });
}

/** @throws Refusal `mediaNotFound` for a file that is no audio of the bank */
export async function listen(id: string): Promise<{ url: string }> {
  if (!(await knownMedia(db(), [`/media/${id}`])).has(`/media/${id}`)) refuse(questionsProblems.mediaNotFound);
  return { url: signedMedia(id, LISTEN_SEC) };
}

const toUnused = ({ sha256, url, name, sizeBytes, createdAt, unusedSince }: MediaRecord): UnusedMedia => ({
  sha256,
  address: url,
  kind: kindOf(url),
  name,
  sizeBytes,
  storedAt: createdAt.toISOString(),
  unusedSince: unusedSince.toISOString(),
});

export async function unused() {
  const rows = (await unusedMedia(db())).map(toUnused);
  return { rows, next: null, total: rows.length };
}

type UploadService = { remove(file: object): Promise<unknown> };

/** Deletes the bytes; a public image with everything Strapi made of it. */
async function deleteFile({ fileId, privateFileId }: MediaRecord): Promise<void> {
  if (privateFileId !== null) await files.remove(privateFileId);
  const file =
    fileId === null
      ? null
      : await theStrapi()
          .db.query('plugin::upload.file')
          .findOne({ where: { id: fileId } });
  if (file) await (theStrapi().plugin('upload').service('upload') as UploadService).remove(file);
}

/** Deletes files that are still unused when asked; usage is looked at anew first, so nothing that a question shows goes. */
export async function removeUnused(hashes: readonly string[], actor: Actor): Promise<{ removed: number; kept: number }> {
  const gone = await inTransaction(async (tx) => {
    await noteUnused(tx);
    const records = await lockUnused(tx, hashes);
    await forgetMedia(
      tx,
      records.map(({ sha256 }) => sha256),
    );
    await audit(tx, {
      actor,
      action: 'questions.removeMedia',
      object: 'media',
      before: records.map(({ url, name }) => ({ url, name })),
    });
    return records;
  });
  for (const record of gone) await deleteFile(record);
  return { removed: gone.length, kept: hashes.length - gone.length };
}
