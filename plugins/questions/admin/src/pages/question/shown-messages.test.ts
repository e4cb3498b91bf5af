import { expect, it } from 'vitest';
import type { RuleMessage } from '../../../../contract/index.ts';
import { emptyDraft } from './draft.ts';
import { shownMessages } from './shown-messages.ts';

const message = (code: string, field: string): RuleMessage => ({ code, level: 'error', field, params: {} });
const draft = { ...emptyDraft('single-choice', 'en'), difficulty: 3, code: 'T1' };
const live = [message('required', 'stem'), message('formulaBroken', 'stem')];

it('tells of a broken formula at once and of empty fields after the first attempt to save [Q-37]', () => {
  expect(shownMessages({ draft, live, checked: null, takenCode: null }).map(({ code }) => code)).toEqual(['formulaBroken']);
  expect(shownMessages({ draft, live, checked: [], takenCode: null })).toEqual(live);
  expect(shownMessages({ draft, live: null, checked: live, takenCode: null })).toEqual(live);
});

it('tells of a code that is taken until another one is typed [Q-37]', () => {
  expect(shownMessages({ draft, live: [], checked: [], takenCode: 'T1' }).map(({ field }) => field)).toEqual(['code']);
  expect(shownMessages({ draft: { ...draft, code: 'T2' }, live: [], checked: [], takenCode: 'T1' })).toEqual([]);
});
