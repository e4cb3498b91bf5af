import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSections, type Source } from './read.ts';
import { makeSecrets, masterKeyIn, type Secrets } from './secrets.ts';

export type { AiSettings } from './ai.ts';
export { isLoopback } from './loopback.ts';
export { EnvError, SECTIONS } from './read.ts';
export type { Secrets } from './secrets.ts';
export type { S3Settings } from './storage.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '..', '..');

/** The checked environment of this process. Secrets and addresses of embedded parts are worked out when first asked for. */
export type Env = ReturnType<typeof readEnv>;

/**
 * Checks `source` against every section and reports all problems at once (`EnvError`).
 * `database.url` and `redis.url` are always there: the given address, or that of the embedded part.
 */
export function readEnv(source: Source) {
  const sections = readSections(source, REPOSITORY);
  const { server, database, redis, security } = sections;

  let kept: Secrets | null = null;
  const secrets = (): Secrets => {
    kept ??= makeSecrets(security.given.masterKey ?? masterKeyIn(server.dataDir), security.given);
    return kept;
  };

  return {
    ...sections,
    server: { ...server, repository: REPOSITORY },
    database: {
      ...database,
      isEmbedded: database.givenUrl === null,
      get url(): string {
        const port = runningPort(server.dataDir, 'postgres') ?? database.embeddedPort;
        return database.givenUrl ?? `postgresql://lyceum:${secrets().databasePassword}@127.0.0.1:${port}/lyceum`;
      },
    },
    redis: {
      ...redis,
      isEmbedded: redis.givenUrl === null,
      get url(): string {
        const port = runningPort(server.dataDir, 'redis') ?? redis.embeddedPort;
        return redis.givenUrl ?? `redis://:${secrets().redisPassword}@127.0.0.1:${port}`;
      },
    },
    security: { trustedProxies: security.trustedProxies },
    get secrets(): Secrets {
      return secrets();
    },
  };
}

let cached: Env | null = null;

/** The environment of this process, read once. Nothing else reads `process.env`. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** The port an embedded part took in the running start, which notes it in `<dataDir>/run.json`. */
function runningPort(dataDir: string, part: 'postgres' | 'redis'): number | null {
  try {
    const run: unknown = JSON.parse(readFileSync(path.join(dataDir, 'run.json'), 'utf8'));
    const ports = typeof run === 'object' && run !== null && 'ports' in run ? run.ports : null;
    const found = typeof ports === 'object' && ports !== null ? Object.entries(ports).find(([name]) => name === part)?.[1] : null;
    return typeof found === 'number' ? found : null;
  } catch {
    // No start is running, or it has not noted its ports yet.
    return null;
  }
}
