import type { StrapiApp } from '@strapi/strapi/admin';

/** Where Strapi 5.54 remembers that its news banner was closed; the installation's id is off, so it ends in `false`. */
const NEWS_BANNER = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

/** Languages of the admin; plugins bring their own texts in `translations/`. */
export default {
  config: {
    locales: ['tr', 'ar'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap(_app: StrapiApp) {
    // Strapi has no switch for its own news; editors and teachers have no use for them.
    window.localStorage.setItem(NEWS_BANNER, 'true');
  },
};
