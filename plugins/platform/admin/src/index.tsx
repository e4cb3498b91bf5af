import { registerTranslations } from '@lyceum/core/admin';
import { User } from '@strapi/icons';
import { USERS_READ } from '../../contract/users.ts';
import { HOME, PLUGIN_ID } from './plugin-id.ts';

type App = { addMenuLink(link: object): void; registerPlugin(plugin: object): void };

export default {
  register(app: App) {
    app.addMenuLink({
      to: HOME,
      icon: User,
      intlLabel: { id: `${PLUGIN_ID}.menu`, defaultMessage: 'Accounts' },
      permissions: [{ action: USERS_READ, subject: null }],
      Component: () => import('./pages/App.tsx'),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return registerTranslations(PLUGIN_ID, locales, (locale) => import(`./translations/${locale}.json`));
  },
};
