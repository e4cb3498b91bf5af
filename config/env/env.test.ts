import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvError, readEnv, SECTIONS } from './index.ts';
import { isLoopback } from './loopback.ts';
import { makeSecrets, masterKeyIn } from './secrets.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'lyceum-env-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source);
    return [];
  } catch (cause) {
    if (cause instanceof EnvError) return cause.problems;
    throw cause;
  }
}

describe('readEnv', () => {
  it('needs nothing: every variable has a default or may be left out', () => {
    const env = readEnv({ LYCEUM_DATA: dataDir });
    expect(env.server).toMatchObject({
      publicUrl: 'http://127.0.0.1:4321',
      sitePort: 4321,
      cmsPort: 1337,
      isLoopback: true,
      isSecure: false,
    });
    expect(env.jobs).toMatchObject({ healthPort: 4322, queues: [] });
    expect(env.mail.smtpUrl).toBeNull();
  });

  it('reports all problems at once, each naming its variable and what would be right', () => {
    const problems = problemsOf({
      SITE_PORT: '99999',
      PUBLIC_URL: 'learn',
      TRUSTED_PROXIES: '10.0.0.0/8,proxy',
      LOG_LEVEL: 'loud',
    });
    expect(problems).toEqual([
      'PUBLIC_URL must be an address such as https://learn.example.org; it is "learn".',
      'SITE_PORT must be a port, a whole number from 1 to 65535; it is "99999".',
      'TRUSTED_PROXIES must be IP addresses or ranges such as 10.0.0.0/8, separated by commas; it is "10.0.0.0/8,proxy".',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is "loud".',
    ]);
  });

  it('never prints the value of a secret', () => {
    const problems = problemsOf({ LYCEUM_SECRET: 'tooshort', DATABASE_URL: 'mysql://root:hunter2@db' });
    expect(problems).toHaveLength(2);
    expect(problems.join(' ')).not.toMatch(/tooshort|hunter2/);
  });

  it('takes empty text as not given, as container files write it', () => {
    expect(readEnv({ LYCEUM_DATA: dataDir, SMTP_URL: '', SITE_PORT: ' ' }).mail.smtpUrl).toBeNull();
  });

  it('refuses a misspelt name of ours instead of ignoring it', () => {
    expect(problemsOf({ LYCEUM_DTA: '/srv' })).toEqual(['LYCEUM_DTA is not a variable Lyceum knows; look for a misspelling.']);
  });

  it('allows demo accounts and fault points only while PUBLIC_URL is this machine', () => {
    expect(problemsOf({ PUBLIC_URL: 'https://learn.example.org', LYCEUM_SEED: 'demo', LYCEUM_FAULT: 'x' })).toHaveLength(2);
    expect(problemsOf({ PUBLIC_URL: 'http://localhost:8080', LYCEUM_SEED: 'demo', LYCEUM_FAULT: 'x' })).toEqual([]);
  });

  it('takes the given database, or makes the address of the embedded one with the key of the installation', () => {
    expect(readEnv({ DATABASE_URL: 'postgres://a:b@db/lyceum' }).database).toMatchObject({
      isEmbedded: false,
      url: 'postgres://a:b@db/lyceum',
    });
    const first = readEnv({ LYCEUM_DATA: dataDir, EMBEDDED_PG_PORT: '5999' });
    expect(first.database.url).toMatch(/^postgresql:\/\/lyceum:[\w-]{43}@127\.0\.0\.1:5999\/lyceum$/);
    expect(readEnv({ LYCEUM_DATA: dataDir, EMBEDDED_PG_PORT: '5999' }).database.url).toBe(first.database.url);
  });

  it('touches no file until a secret is asked for', () => {
    readEnv({ LYCEUM_DATA: path.join(dataDir, 'later') });
    expect(() => statSync(path.join(dataDir, 'later'))).toThrow();
  });

  it('takes an object store or an AI provider whole or not at all [Q-22, Q-44]', () => {
    expect(readEnv({ LYCEUM_DATA: dataDir }).storage.s3).toBeNull();
    expect(problemsOf({ S3_BUCKET: 'media' })).toEqual([
      'S3_ACCESS_KEY_ID is needed together with S3_BUCKET.',
      'S3_SECRET_ACCESS_KEY is needed together with S3_BUCKET.',
    ]);
    const s3 = { S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's', S3_ENDPOINT: 'http://127.0.0.1:9000/' };
    expect(readEnv({ LYCEUM_DATA: dataDir, ...s3 }).storage.s3?.publicUrl).toBe('http://127.0.0.1:9000/media');
    expect(readEnv({ LYCEUM_DATA: dataDir }).ai.provider).toBeNull();
    expect(problemsOf({ AI_BASE_URL: 'http://127.0.0.1:11434/v1' })).toEqual(['AI_MODEL is needed together with AI_BASE_URL.']);
    const ai = readEnv({
      LYCEUM_DATA: dataDir,
      AI_BASE_URL: 'http://127.0.0.1:11434/v1/',
      AI_MODEL: 'm',
      AI_TIMEOUT_SEC: '5',
    }).ai;
    expect(ai).toMatchObject({ provider: { baseUrl: 'http://127.0.0.1:11434/v1', model: 'm', apiKey: null }, timeoutMs: 5_000 });
  });

  it('describes every variable with one sentence', () => {
    for (const section of SECTIONS) {
      for (const [name, field] of Object.entries(section.schema.shape))
        expect(field.description, name).toMatch(/^[A-Z].+\.$|^[A-Z].+\)\.$/);
    }
  });
});

describe('secrets', () => {
  it('are made once, readable by their owner only, and stay the same', () => {
    const key = masterKeyIn(dataDir);
    expect(masterKeyIn(dataDir)).toBe(key);
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'))).toEqual({ masterKey: key });
  });

  it('are all different, follow from the master key, and give way to given ones', () => {
    const one = makeSecrets('m'.repeat(40));
    const texts = [
      one.jwtSecret,
      one.adminJwtSecret,
      one.apiTokenSalt,
      one.transferTokenSalt,
      one.encryptionKey,
      one.databasePassword,
      one.redisPassword,
      ...one.appKeys,
    ];
    expect(new Set(texts).size).toBe(texts.length);
    expect(makeSecrets('m'.repeat(40)).derive('ticket')).toEqual(one.derive('ticket'));
    expect(makeSecrets('n'.repeat(40)).jwtSecret).not.toBe(one.jwtSecret);
    expect(makeSecrets('m'.repeat(40), { jwtSecret: 'given' }).jwtSecret).toBe('given');
  });
});

describe('isLoopback', () => {
  it.each(['localhost', 'LOCALHOST', 'lyceum.localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'])(
    '%s is this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  it.each(['localhost.example.org', '128.0.0.1', '127.0.0.1.example.org', '10.0.0.1', '0.0.0.0', ''])('%s is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
