import type { Exit } from '@lyceum/database/embedded/native.ts';
import { expect, it, vi } from 'vitest';
import { type Service, Supervised, type Watcher } from './service.ts';

/** A process that exists in memory only; `die` ends the newest one. */
function imaginary(behaviour: { failsToStart?: boolean } = {}) {
  let die: (exit: Exit) => void = () => undefined;
  const state = { starts: 0, stops: 0 };
  const service: Service = {
    name: 'imaginary',
    log: { file: '', write: () => undefined, lastLines: () => ['its last line'] },
    start: async () => {
      state.starts += 1;
      if (behaviour.failsToStart) throw new Error('ended with code 1');
      const exited = new Promise<Exit>((resolve) => {
        die = resolve;
      });
      return {
        pid: 1,
        exited,
        stop: async () => {
          state.stops += 1;
          die({ code: 0, signal: null });
        },
      };
    },
  };
  return { service, state, die: () => die({ code: null, signal: 'SIGKILL' }) };
}

function watcher(maxDeathsPerMinute: number) {
  const given: string[][] = [];
  const watch: Watcher = {
    maxDeathsPerMinute,
    onRunning: () => undefined,
    onRestart: () => undefined,
    onGivenUp: (_, lines) => given.push([...lines]),
  };
  return { watch, given };
}

it('starts a process again when it dies', async () => {
  const { service, state, die } = imaginary();
  const supervised = new Supervised(service, watcher(5).watch);
  await supervised.start();
  die();
  await vi.waitFor(() => expect(state.starts).toBe(2));
  await supervised.stop();
});

it('does not start it again once it is told to stop', async () => {
  const { service, state } = imaginary();
  const supervised = new Supervised(service, watcher(5).watch);
  await supervised.start();
  await supervised.stop();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(state).toEqual({ starts: 1, stops: 1 });
});

it('gives up with the last words after too many deaths, also when it never got healthy', async () => {
  const { service, state } = imaginary({ failsToStart: true });
  const { watch, given } = watcher(3);
  await new Supervised(service, watch).start();
  expect(state.starts).toBe(3);
  expect(given).toEqual([['ended with code 1', 'its last line']]);
});
