import type { StrapiApp } from '@strapi/strapi/admin';

/** Languages of the admin; plugins bring their own texts in `translations/`. */
export default {
  config: {
    locales: ['tr', 'ar'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap(_app: StrapiApp) {},
};
