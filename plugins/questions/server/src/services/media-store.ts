import { db, theStrapi } from '@lyceum/core/server';
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
    name
      .replace(/\.[^.]*$/, '')
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

/**
 * The images of a ZIP as rows find them, each stored once however often it comes. A dry run stores nothing:
 * an image that is new gets an address that only its own report sees.
 */
export async function mediaEntries({ usable, refused }: MediaResult, dryRun: boolean): Promise<MediaEntry[]> {
  const known = await storedMedia(
    db(),
    usable.map(({ sha256 }) => sha256),
  );
  const entries: MediaEntry[] = refused.map(({ name, code }) => [name, { refused: code }]);
  for (const file of usable) {
    let url = known.get(file.sha256);
    if (url === undefined && dryRun) url = `/uploads/new-${file.sha256}`;
    if (url === undefined) {
      const stored = await upload(file);
      await rememberMedia(db(), { sha256: file.sha256, fileId: stored.id, url: stored.url });
      url = stored.url;
      known.set(file.sha256, url);
    }
    entries.push([file.name, { url }]);
  }
  return entries;
}
