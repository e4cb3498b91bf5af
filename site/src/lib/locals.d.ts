declare namespace App {
  /** What the front and the middleware know about a request. */
  interface Locals {
    /** Given by the front; the same in every log and on the answer. */
    requestId: string;
    /** Address of the visitor; absent where a page is rendered for everybody. */
    visitorAddress?: string;
    /** The front's log; absent under `astro dev`. */
    log?: Pick<import('pino').Logger, 'warn'>;
    locale: import('@lyceum/core/contract').Locale;
    direction: 'ltr' | 'rtl';
    /** The visitor's cookies as a header, kept up to date while the page calls the cms. */
    cookieHeader: string;
    /** `Set-Cookie` lines the cms gave on the way; they go out with the page. */
    setCookies: string[];
  }
}
