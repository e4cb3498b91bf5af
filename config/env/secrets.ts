import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What may be given from outside instead of being derived. */
export type GivenSecrets = {
  readonly masterKey?: string | undefined;
  readonly appKeys?: string[] | undefined;
  readonly apiTokenSalt?: string | undefined;
  readonly adminJwtSecret?: string | undefined;
  readonly jwtSecret?: string | undefined;
  readonly transferTokenSalt?: string | undefined;
  readonly encryptionKey?: string | undefined;
};

export type Secrets = {
  readonly appKeys: string[];
  readonly apiTokenSalt: string;
  readonly adminJwtSecret: string;
  readonly jwtSecret: string;
  readonly transferTokenSalt: string;
  readonly encryptionKey: string;
  readonly databasePassword: string;
  readonly redisPassword: string;
  /** 32 bytes that belong to `purpose` alone; the same on every start. */
  readonly derive: (purpose: string) => Buffer;
};

const File = z.object({ masterKey: z.string().min(32) });

/** Every key of the installation, derived by HKDF-SHA256 from one master key; given ones win. */
export function makeSecrets(masterKey: string, given: GivenSecrets = {}): Secrets {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', masterKey, 'lyceum', purpose, 32));
  const text = (purpose: string): string => derive(purpose).toString('base64url');
  return {
    appKeys: given.appKeys ?? [text('strapi-app-key-1'), text('strapi-app-key-2')],
    apiTokenSalt: given.apiTokenSalt ?? text('strapi-api-token-salt'),
    adminJwtSecret: given.adminJwtSecret ?? text('strapi-admin-jwt'),
    jwtSecret: given.jwtSecret ?? text('strapi-jwt'),
    transferTokenSalt: given.transferTokenSalt ?? text('strapi-transfer-token-salt'),
    encryptionKey: given.encryptionKey ?? text('strapi-encryption'),
    databasePassword: text('embedded-database'),
    redisPassword: text('embedded-redis'),
    derive,
  };
}

/**
 * The master key in `<dataDir>/secrets.json`, made when there is none. Two processes that start at once
 * get the same key: the file appears whole under its name or not at all.
 */
export function masterKeyIn(dataDir: string): string {
  const file = path.join(dataDir, 'secrets.json');
  const found = readKey(file);
  if (found !== null) return found;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify({ masterKey: randomBytes(32).toString('base64url') }, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readKey(file);
  if (made === null) throw new Error(`${file} vanished while it was made.`);
  return made;
}

function readKey(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  }
  try {
    return File.parse(JSON.parse(text)).masterKey;
  } catch (cause) {
    throw new Error(
      `${file} is damaged. Put back a copy of it; without it sessions and the embedded database cannot be opened.`,
      { cause },
    );
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
