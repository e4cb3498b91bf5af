import { AsyncLocalStorage } from 'node:async_hooks';
import { env } from '@lyceum/config/env';
import { type Logger, pino } from 'pino';
import { shared } from '../state.ts';

/** What every line of a request or a job carries. Ids only: no names, addresses, answers or payloads. */
export type LogContext = { requestId?: string; jobId?: string; eventId?: string };

const context = shared('log-context', () => new AsyncLocalStorage<LogContext>());

/** Which process this is: `jobs` says so before it loads Strapi. */
export const processName = (): string => shared('process-name', () => ({ name: 'cms' })).name;

export function nameProcess(name: string): void {
  shared('process-name', () => ({ name })).name = name;
}

const root = () =>
  shared('log', () =>
    pino({
      base: { process: processName() },
      level: env().run.logLevel,
      mixin: () => context.getStore() ?? {},
      redact: { paths: ['*.password', '*.token', '*.ticket', '*.cookie', '*.authorization', '*.email'], censor: '[hidden]' },
    }),
  );

/** The process's logger; lines inside a request carry its id by themselves. */
export const log = (): Logger => root();

/** Runs the work so that its log lines carry the ids. */
export const withLogContext = <T>(ids: LogContext, work: () => T): T => context.run({ ...context.getStore(), ...ids }, work);

export const requestIdNow = (): string | undefined => context.getStore()?.requestId;
