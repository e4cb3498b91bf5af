import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from '@lyceum/core/contract';
import { clock, files, type HttpRequest, secret, sendFile } from '@lyceum/core/server';
import { questionsProblems } from '../../../contract/index.ts';

const signatureOf = (fileId: string, expires: number): Buffer =>
  createHmac('sha256', secret('questions-media')).update(`${fileId} ${expires}`).digest();

/** An address that opens one private file until its time is over; nobody can change the file or the time in it. */
export function signedMedia(fileId: string, ttlSec: number): string {
  const expires = Math.floor(clock.now().getTime() / 1000) + ttlSec;
  const signature = signatureOf(fileId, expires).toString('base64url');
  return `/api/v1/questions/media/${fileId}?expires=${expires}&signature=${signature}`;
}

/** Answers with the file an address was signed for, whole or a part of it. @throws Refusal `mediaNotFound` for any other */
export async function serveMedia(
  fileId: string,
  { expires, signature }: { expires: number; signature: string },
  request: HttpRequest,
): Promise<undefined> {
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(fileId, expires);
  const isGenuine = given.length === right.length && timingSafeEqual(given, right);
  if (!isGenuine || expires * 1000 < clock.now().getTime()) return refuse(questionsProblems.mediaNotFound);
  return sendFile(request, await files.get(fileId));
}
