type Load = (locale: string) => Promise<{ default: Record<string, string> }>;

/**
 * A plugin's texts for Strapi: keys get the plugin's name in front, except those that begin with `problem.`,
 * which are one list for all plugins.
 */
export async function registerTranslations(plugin: string, locales: readonly string[], load: Load) {
  return Promise.all(
    locales.map(async (locale) => {
      const texts = await load(locale).then(
        (module) => module.default,
        () => ({}),
      );
      const entries = Object.entries(texts).map(([key, text]) => [key.startsWith('problem.') ? key : `${plugin}.${key}`, text]);
      return { locale, data: Object.fromEntries(entries) as Record<string, string> };
    }),
  );
}
