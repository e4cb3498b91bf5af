import { afterEach, describe, expect, it } from 'vitest';
import astroLog from './astro-log.mjs';

const KEY = Symbol.for('lyceum.site.log');
afterEach(() => Reflect.deleteProperty(globalThis, KEY));

describe('what Astro says while the site runs', () => {
  it('goes into the front’s log, without queries [A7]', () => {
    const lines: unknown[] = [];
    Reflect.set(globalThis, KEY, { error: (fields: object, message: string) => lines.push({ ...fields, message }) });
    astroLog().write({
      level: 'error',
      label: 'router',
      message: 'Could not render http://h/reset-password?token=SECRET#x\nError: no',
    });
    expect(lines).toEqual([{ part: 'router', message: 'Could not render http://h/reset-password\nError: no' }]);
  });
});
