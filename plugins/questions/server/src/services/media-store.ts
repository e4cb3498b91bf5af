import { createReadStream } from 'node:fs';
import { db, files, theStrapi } from '@lyceum/core/server';
import { mediaKey, mediaStem } from '../../../domain/import/figures.ts';
import type { MediaEntry, MediaFile, MediaResult } from '../import/tasks.ts';
import { rememberMedia, storedMedia } from '../records/media.ts';

const EXTENSIONS: Record<string, string> = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/webp': '.webp' };

type Uploaded = { id: number; url: string };
type UploadService = {
  upload(input: {
    data: { fileInfo: { name: string; alternativeText: string; caption: string } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<Uploaded[]>;
};

/** Hands one image to Strapi's upload service, which knows where files live. */
async function upload({ name, path, mimeType, sizeBytes }: MediaFile): Promise<Uploaded> {
  const service = theStrapi().plugin('upload').service('upload') as UploadService;
  const stem =
    mediaStem(name)
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .slice(0, 80) || 'image';
  const fileName = `${stem}${EXTENSIONS[mimeType] ?? ''}`;
  const [file] = await service.upload({
    data: { fileInfo: { name: fileName, alternativeText: '', caption: '' } },
    files: { filepath: path, originalFilename: fileName, mimetype: mimeType, size: sizeBytes },
  });
  if (!file) throw new Error('The upload service kept nothing');
  return file;
}

/** Address of a private audio file; players get a signed one from the server, which counts the plays. */
const audioUrl = (id: string): string => `/media/${id}`;

/** Keeps one new file: images in the media library, audio among the private files. */
async function keep(file: MediaFile): Promise<string> {
  if (file.mimeType.startsWith('audio/')) {
    const stream = createReadStream(file.path);
    const stored = await files.put({ name: mediaKey(file.name), mimeType: file.mimeType, purpose: 'questions.media', stream });
    await rememberMedia(db(), { sha256: file.sha256, privateFileId: stored.id, url: audioUrl(stored.id) });
    return audioUrl(stored.id);
  }
  const stored = await upload(file);
  await rememberMedia(db(), { sha256: file.sha256, fileId: stored.id, url: stored.url });
  return stored.url;
}

/**
 * Images and audio as rows and items find them, each stored once however often it comes. A dry run stores nothing:
 * a file that is new gets an address that only its own report sees.
 */
export async function mediaEntries({ usable, refused }: MediaResult, dryRun: boolean): Promise<MediaEntry[]> {
  const known = await storedMedia(
    db(),
    usable.map(({ sha256 }) => sha256),
  );
  const entries: MediaEntry[] = refused.map(({ name, code }) => [name, { refused: code }]);
  for (const file of usable) {
    const stored = known.get(file.sha256);
    const url = stored ?? (dryRun ? `/uploads/new-${file.sha256}` : await keep(file));
    if (stored === undefined && !dryRun) known.set(file.sha256, url);
    entries.push([file.name, { url }]);
  }
  return entries;
}
