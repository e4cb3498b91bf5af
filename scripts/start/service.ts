import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from '@lyceum/database/embedded/native.ts';
import { signal } from '@lyceum/database/embedded/process.ts';
import { afterDeath } from './back-off.ts';
import type { LogFile } from './log-file.ts';

/** A process that runs and is healthy. */
export type Running = { readonly pid: number; readonly exited: Promise<Exit>; readonly stop: () => Promise<void> };

export type Service = {
  readonly name: string;
  readonly log: LogFile;
  /** Starts the process and resolves when it is healthy; throws when it ended before, ends it when aborted. */
  readonly start: (abort: AbortSignal) => Promise<Running>;
};

export type Watcher = {
  readonly maxDeathsPerMinute: number;
  readonly onRunning: (name: string, pid: number) => void;
  readonly onRestart: (name: string, how: string, afterMs: number) => void;
  /** A service died too often; `lines` are its last words. */
  readonly onGivenUp: (name: string, lines: readonly string[]) => void;
};

/** Keeps one service alive: starts it, starts it again when it dies, gives up after too many deaths. */
export class Supervised {
  readonly name: string;
  readonly #service: Service;
  readonly #watcher: Watcher;
  readonly #deaths: number[] = [];
  #running: Running | null = null;
  #starting: Promise<void> | null = null;
  readonly #abort = new AbortController();

  constructor(service: Service, watcher: Watcher) {
    this.name = service.name;
    this.#service = service;
    this.#watcher = watcher;
  }

  /** Resolves when the service is healthy for the first time; a death before that counts like any other. */
  async start(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      try {
        await this.#startOnce();
        return;
      } catch (cause) {
        if (!(await this.#mayRestart(cause instanceof Error ? cause.message : String(cause)))) return;
      }
    }
  }

  async #startOnce(): Promise<void> {
    const attempt = this.#service.start(this.#abort.signal);
    this.#starting = attempt.then(
      () => undefined,
      () => undefined,
    );
    const running = await attempt;
    this.#running = running;
    this.#watcher.onRunning(this.name, running.pid);
    void running.exited.then((exit) => this.#died(running, exit));
    if (this.#abort.signal.aborted) await running.stop();
  }

  async #died(running: Running, exit: Exit): Promise<void> {
    if (this.#running !== running) return;
    this.#running = null;
    if (this.#abort.signal.aborted) return;
    if (await this.#mayRestart(exit.signal ? `was ended by ${exit.signal}` : `ended with code ${exit.code}`)) await this.start();
  }

  /** Waits as the rule says; false when it is over. */
  async #mayRestart(how: string): Promise<boolean> {
    if (this.#abort.signal.aborted) return false;
    this.#deaths.push(Date.now());
    const verdict = afterDeath(this.#deaths, this.#watcher.maxDeathsPerMinute);
    if (verdict.do === 'give-up') {
      this.#watcher.onGivenUp(this.name, [how, ...this.#service.log.lastLines()]);
      return false;
    }
    this.#watcher.onRestart(this.name, how, verdict.afterMs);
    await sleep(verdict.afterMs);
    return !this.#abort.signal.aborted;
  }

  /** Ends the process for a moment and starts it again at once, without counting a death. */
  async restart(): Promise<void> {
    const running = this.#running;
    if (running === null) return;
    this.#running = null;
    await running.stop();
    if (!this.#abort.signal.aborted) await this.start();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    if (this.#running) await this.#running.stop();
    else await this.#starting;
  }

  /** Ends it without waiting for anything. */
  kill(): void {
    if (this.#running) signal(this.#running.pid, 'SIGKILL');
  }
}
