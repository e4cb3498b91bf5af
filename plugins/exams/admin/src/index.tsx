import { registerTranslations } from '@lyceum/core/admin';
import { Book } from '@strapi/icons';
import { EXAM_PERMISSIONS } from '../../contract/index.ts';
import { PLUGIN_ID } from './plugin-id.ts';

type App = { addMenuLink(link: object): void; registerPlugin(plugin: object): void };

export default {
  register(app: App) {
    app.addMenuLink({
      to: `/plugins/${PLUGIN_ID}`,
      icon: Book,
      intlLabel: { id: `${PLUGIN_ID}.menu`, defaultMessage: 'Exams' },
      permissions: [{ action: EXAM_PERMISSIONS.readExams, subject: null }],
      Component: () => import('./pages/App.tsx'),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return registerTranslations(PLUGIN_ID, locales, (locale) => import(`./translations/${locale}.json`));
  },
};
