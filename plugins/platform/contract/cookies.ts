/** Cookies of a session on the public origin. The first two are httpOnly; the third only tells a page what to show. */
export const ACCESS_COOKIE = 'lyceum_access';
export const REFRESH_COOKIE = 'lyceum_refresh';
/** `1` while a session exists. A hint, never a proof. */
export const SIGNED_IN_COOKIE = 'lyceum_signed_in';
/** Marks a browser that has signed in before, so that an attack on the account does not lock its owner out. */
export const DEVICE_COOKIE = 'lyceum_device';
