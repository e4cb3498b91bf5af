import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { env } from '@lyceum/config/env';

/** A folder of the data folder, made when missing. */
export function dataFolder(...parts: string[]): string {
  const folder = path.join(env().server.dataDir, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The one address learners, editors and crawlers use, without a slash at its end. */
export const publicUrl = (): string => env().server.publicUrl.replace(/\/$/, '');

export const publicOrigin = (): string => new URL(publicUrl()).origin;
