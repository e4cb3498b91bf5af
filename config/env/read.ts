import type { z } from 'zod';
import { aiSection } from './ai.ts';
import { databaseSection } from './database.ts';
import { filesSection } from './files.ts';
import { jobsSection } from './jobs.ts';
import { mailSection } from './mail.ts';
import { redisSection } from './redis.ts';
import { runSection } from './run.ts';
import type { Section } from './section.ts';
import { securitySection } from './security.ts';
import { serverSection } from './server.ts';
import { storageSection } from './storage.ts';

export const SECTIONS = [
  serverSection,
  databaseSection,
  redisSection,
  mailSection,
  filesSection,
  storageSection,
  aiSection,
  securitySection,
  jobsSection,
  runSection,
] as const;

/** What `process.env` looks like; empty text counts as not given, as container files write it. */
export type Source = Readonly<Record<string, string | undefined>>;

/** Every problem of the environment at once, one sentence each. */
export class EnvError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvError';
    this.problems = problems;
  }
}

/** Names whose values must not be printed. */
const PRIVATE = /SECRET|KEY|SALT|PASSWORD|TOKEN|DATABASE_URL|REDIS_URL|SMTP_URL/;

/** Checks every section and shapes it; collects all problems before it refuses. */
export function readSections(source: Source, repository: string) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const problems: string[] = unknownNames(given);

  const read = <S extends z.ZodObject, R>(section: Section<S, R>): R | undefined => {
    const result = section.schema.safeParse(given);
    if (result.success) return section.shape(result.data, { repository });
    for (const issue of result.error.issues) problems.push(sentence(issue, given));
    return undefined;
  };

  const server = read(serverSection);
  const database = read(databaseSection);
  const redis = read(redisSection);
  const mail = read(mailSection);
  const files = read(filesSection);
  const storage = read(storageSection);
  const ai = read(aiSection);
  const security = read(securitySection);
  const jobs = read(jobsSection);
  const run = read(runSection);
  if (server && run) problems.push(...contradictions(server, run));
  if (!server || !database || !redis || !mail || !files || !storage || !ai || !security || !jobs || !run || problems.length > 0)
    throw new EnvError(problems);
  return { server, database, redis, mail, files, storage, ai, security, jobs, run };
}

function contradictions(
  server: { isLoopback: boolean; publicUrl: string },
  run: { seed: string | null; fault: string | null },
): string[] {
  const problems: string[] = [];
  if (!server.isLoopback && run.seed === 'demo') {
    problems.push(
      `LYCEUM_SEED is demo, but demo accounts are only allowed while PUBLIC_URL is this machine; it is ${server.publicUrl}.`,
    );
  }
  if (!server.isLoopback && run.fault !== null)
    problems.push('LYCEUM_FAULT is for tests and only allowed while PUBLIC_URL is this machine.');
  return problems;
}

/** A misspelt name would be ignored without a word, so names with our prefix must be known. */
function unknownNames(given: Record<string, string | undefined>): string[] {
  const known = new Set(SECTIONS.flatMap((section) => Object.keys(section.schema.shape)));
  return Object.keys(given)
    .filter((name) => name.startsWith('LYCEUM_') && !known.has(name))
    .map((name) => `${name} is not a variable Lyceum knows; look for a misspelling.`);
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0] ?? '');
  const value = given[name];
  const shown = value === undefined || PRIVATE.test(name) ? '' : `; it is "${value}"`;
  return `${name} ${issue.message}${shown}.`;
}
