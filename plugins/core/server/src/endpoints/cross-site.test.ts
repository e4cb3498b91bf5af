import { describe, expect, it } from 'vitest';
import { isCrossSite } from './cross-site.ts';

const ours = 'https://learn.example';

describe('requests from other sites', () => {
  it('are refused when the browser says so, sub-domains and null origins included [A8]', () => {
    expect(isCrossSite('POST', { 'sec-fetch-site': 'cross-site' }, ours)).toBe(true);
    expect(isCrossSite('POST', { 'sec-fetch-site': 'same-site' }, ours)).toBe(true);
    expect(isCrossSite('DELETE', { origin: 'null' }, ours)).toBe(true);
    expect(isCrossSite('PATCH', { origin: 'https://evil.learn.example' }, ours)).toBe(true);
    expect(isCrossSite('POST', { origin: 'http://learn.example' }, ours)).toBe(true);
  });

  it('pass when they come from our own pages, or only read', () => {
    expect(isCrossSite('POST', { 'sec-fetch-site': 'same-origin', origin: ours }, ours)).toBe(false);
    expect(isCrossSite('POST', {}, ours)).toBe(false);
    expect(isCrossSite('GET', { 'sec-fetch-site': 'cross-site' }, ours)).toBe(false);
  });
});
