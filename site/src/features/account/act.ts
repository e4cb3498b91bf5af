import { changeMe, changePassword, endMyOtherSessions, endMySession } from '@lyceum/platform/contract';
import type { AstroGlobal } from 'astro';
import type { Locale } from '../../i18n/locales.ts';
import { localePath } from '../../i18n/locales.ts';
import type { Texts } from '../../i18n/texts.ts';
import { call } from '../../lib/api.ts';
import { checkForm, type FormState, postedValues, refusedForm } from './form.ts';

/** Which form of the account page was sent, and what became of it. */
export type AccountActed = { part: 'profile' | 'password' | 'sessions'; form: FormState };

type Page = Pick<AstroGlobal, 'request' | 'cookies' | 'redirect'> & AstroGlobal;

/**
 * Carries out the form that the account page got; each form names itself by `act`.
 * @returns a redirect after success, so that a reload repeats nothing; otherwise the form as it was typed
 */
export async function actOnAccount(astro: Page, t: Texts, locale: Locale, timeZone: string): Promise<Response | AccountActed> {
  const values = await postedValues(astro.request);
  const done = (to: Locale, what: string) => astro.redirect(`${localePath(to, '/me')}?done=${what}`, 303);
  const part = values.act === 'password' ? 'password' : values.act === 'profile' ? 'profile' : 'sessions';
  try {
    if (part === 'profile') {
      const checked = checkForm(changeMe, values, t);
      if (checked.body === undefined) return { part, form: checked.state };
      const me = await call(changeMe, { body: checked.body }, astro);
      return done(me.locale, 'profile');
    }
    if (part === 'password') {
      const checked = checkForm(changePassword, values, t);
      if (checked.body === undefined) return { part, form: checked.state };
      await call(changePassword, { body: checked.body }, astro);
      return done(locale, 'password');
    }
    if (values.act === 'end-others') {
      await call(endMyOtherSessions, {}, astro);
      return done(locale, 'others');
    }
    await call(endMySession, { params: { sessionId: values.sessionId ?? '' } }, astro);
    return done(locale, 'session');
  } catch (error) {
    return { part, form: refusedForm(error, values, t, locale, timeZone) };
  }
}
