import { registerTranslations } from '@lyceum/core/admin';
import { Question } from '@strapi/icons';
import { READ } from '../../contract/index.ts';
import { HOME, PLUGIN_ID } from './plugin-id.ts';
import { AREAS } from './translations/areas.ts';

type App = { addMenuLink(link: object): void; registerPlugin(plugin: object): void };

export default {
  register(app: App) {
    app.addMenuLink({
      to: HOME,
      icon: Question,
      intlLabel: { id: `${PLUGIN_ID}.menu`, defaultMessage: 'Questions' },
      permissions: [{ action: READ, subject: null }],
      Component: () => import('./pages/App.tsx'),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return registerTranslations(PLUGIN_ID, locales, async (locale) => {
      const files = await Promise.all(AREAS.map((area) => import(`./translations/${locale}/${area}.json`)));
      return { default: Object.assign({}, ...files.map((file: { default: object }) => file.default)) };
    });
  },
};
