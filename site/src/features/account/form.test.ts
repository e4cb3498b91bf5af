import { ApiProblem } from '@lyceum/core/client';
import { registerAccount } from '@lyceum/platform/contract';
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../i18n/texts.ts';
import { checkForm, refusedForm } from './form.ts';
import { nextPath } from './session-gate.ts';

const t = textsFor('en');
const typed = {
  displayName: 'Leyla',
  email: 'leyla@example.org',
  password: 'correct horse',
  locale: 'en',
  timeZone: 'Europe/Istanbul',
};
const refusal = (code: string, status: number, params = {}) =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, params });

describe('a form', () => {
  it('keeps what was typed and names each field that is wrong [X-19]', () => {
    const { body, state } = checkForm(registerAccount, { ...typed, email: 'leyla@', displayName: ' ' }, t);
    expect(body).toBeUndefined();
    expect(state.values.email).toBe('leyla@');
    expect(state.errors).toEqual({ email: t('form.email'), displayName: t('form.required') });
  });
  it('leaves fields out that the endpoint does not know', () => {
    expect(checkForm(registerAccount, { ...typed, isAdmin: 'true' }, t).body).toEqual(typed);
  });
  it('puts a refusal beside the field it is about, with its values', () => {
    const state = refusedForm(refusal('platform/password-too-short', 400, { minLength: 10 }), typed, t, 'en');
    expect(state.errors).toEqual({ password: 'The password is too short. Use at least 10 characters.' });
    expect(state.refused).toBeUndefined();
  });
  it('says the waiting time in the reader’s words', () => {
    expect(refusedForm(refusal('platform/too-many-sign-ins', 429, { retryAfterSec: 840 }), typed, t, 'en').refused).toContain(
      '14 minutes',
    );
  });
  it('passes on what is no refusal', () => {
    expect(() => refusedForm(new TypeError('broken'), typed, t, 'en')).toThrow('broken');
  });
});

describe('the page to go on to', () => {
  it('is a path of this site, search included', () => {
    expect(nextPath('/exams/a/start?x=1', '/today')).toBe('/exams/a/start?x=1');
  });
  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%5C/../\\evil', 'javascript:alert(1)', '', null])(
    'is never %s [X-20]',
    (value) => {
      expect(nextPath(value, '/today')).toBe('/today');
    },
  );
});
