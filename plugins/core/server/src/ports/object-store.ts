import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env, type S3Settings } from '@lyceum/config/env';
import { shared } from '../state.ts';

/** A bucket of an S3-compatible store. Keys of ours begin with `private/`: its policy must not let anybody read those. */
export type ObjectStore = {
  put(key: string, body: Readable, mimeType: string): Promise<void>;
  open(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
  /** An address that gives the object to who has it, for some seconds; shown in place, never as a page. */
  signedUrl(key: string, mimeType: string, ttlSec: number): Promise<string>;
};

const PREFIX = 'private/';

/** How Strapi's provider for public media and ours for private ones reach the same bucket. */
export const s3ClientOptions = ({ region, endpoint, accessKeyId, secretAccessKey }: S3Settings) => ({
  region,
  credentials: { accessKeyId, secretAccessKey },
  // Stores of one's own rarely answer under a name for each bucket.
  ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
});

export function objectStoreOf(settings: S3Settings): ObjectStore {
  const client = new S3Client(s3ClientOptions(settings));
  const place = (key: string) => ({ Bucket: settings.bucket, Key: PREFIX + key });
  return {
    async put(key, body, mimeType) {
      const params = { ...place(key), Body: body, ContentType: mimeType };
      await new Upload({ client, params }).done();
    },
    async open(key) {
      const { Body } = await client.send(new GetObjectCommand(place(key)));
      if (!Body) throw new Error(`The store holds nothing under ${key}`);
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },
    signedUrl: (key, mimeType, ttlSec) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...place(key),
          ResponseContentType: mimeType,
          ResponseContentDisposition: 'inline',
          ResponseCacheControl: 'private, no-store',
        }),
        { expiresIn: ttlSec },
      ),
  };
}

const kept = () => shared('object-store', (): { store: ObjectStore | null | undefined } => ({ store: undefined }));

/** The bucket of this installation; null while files lie in the data folder. */
export function objectStore(): ObjectStore | null {
  const holder = kept();
  if (holder.store === undefined) {
    const { s3 } = env().storage;
    holder.store = s3 === null ? null : objectStoreOf(s3);
  }
  return holder.store;
}

/** For tests: works with another store, or with that of the environment again. */
export function useObjectStore(other: ObjectStore | undefined): void {
  kept().store = other;
}
