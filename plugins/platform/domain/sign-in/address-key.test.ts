import { expect, it } from 'vitest';
import { addressKey } from './address-key.ts';

it('takes an IPv4 address as it is', () => {
  expect(addressKey('198.51.100.7')).toBe('198.51.100.7');
});

it.each(['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:1:2:3', '2001:db8:1:2::'])('takes %s as its /64 [A9]', (ip) => {
  expect(addressKey(ip)).toBe('2001:db8:1:2::/64');
});

it('tells neighbouring networks apart', () => {
  expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
  expect(addressKey('::1')).toBe('0:0:0:0::/64');
});
