import { expect, it } from 'vitest';
import { DEVICES, scaleOf } from './devices.ts';

it('draws a device smaller where it does not fit, and never larger [Q-45]', () => {
  expect(scaleOf('phone', 500)).toBe(1);
  expect(scaleOf('desktop', DEVICES.desktop / 2)).toBe(0.5);
  expect(scaleOf('desktop', 10)).toBe(0.2);
  expect(scaleOf('tablet', 0)).toBe(1);
});
