import { Server } from '@strapi/icons';
import { CORE_PERMISSIONS } from '../../contract/index.ts';
import { registerTranslations } from './kit/register-translations.ts';
import { PLUGIN_ID } from './plugin-id.ts';

type App = {
  addMenuLink(link: object): void;
  addSettingsLink(section: object, links: object[]): void;
  registerPlugin(plugin: object): void;
};

const guard = (action: string) => [{ action, subject: null }];

export default {
  register(app: App) {
    app.addMenuLink({
      to: `/plugins/${PLUGIN_ID}`,
      icon: Server,
      intlLabel: { id: `${PLUGIN_ID}.menu`, defaultMessage: 'Operations' },
      permissions: [...guard(CORE_PERMISSIONS.jobs), ...guard(CORE_PERMISSIONS.mails), ...guard(CORE_PERMISSIONS.audit)],
      Component: () => import('./pages/Operations.tsx'),
    });
    app.addSettingsLink({ id: PLUGIN_ID, intlLabel: { id: `${PLUGIN_ID}.settings.section`, defaultMessage: 'Lyceum' } }, [
      {
        id: 'lyceum-settings',
        to: 'lyceum',
        intlLabel: { id: `${PLUGIN_ID}.settings.title`, defaultMessage: 'Platform settings' },
        permissions: guard(CORE_PERMISSIONS.settings),
        Component: () => import('./pages/Settings.tsx'),
      },
    ]);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return registerTranslations(PLUGIN_ID, locales, (locale) => import(`./translations/${locale}.json`));
  },
};
