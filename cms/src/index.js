const { env } = require('@lyceum/config/env');

/** A plugin that failed to load is skipped by Strapi without a word; learners would meet half a product. */
const REQUIRED_PLUGINS = ['core', 'platform', 'questions', 'exams', 'upload', 'users-permissions'];

module.exports = {
  /** @param {{ strapi: import('@strapi/types').Core.Strapi }} context */
  register({ strapi }) {
    const missing = REQUIRED_PLUGINS.filter((name) => !strapi.plugins[name]);
    const silent = ['core', 'platform', 'questions', 'exams'].filter(
      (name) => !missing.includes(name) && strapi.plugins[name].routes === undefined,
    );
    if (missing.length + silent.length > 0) {
      throw new Error(
        `These plugins did not load: ${[...missing, ...silent].join(', ')}. Nothing was started; see the errors above.`,
      );
    }
  },

  /** Rights and the first administrator need everything that plugins and the admin have registered, so they come last. */
  async bootstrap({ strapi }) {
    // `server.url` is a path, so Strapi would build the links of its mails from the address it listens on.
    const { publicUrl } = env().server;
    strapi.config.set('server.absoluteUrl', `${publicUrl}/cms`);
    strapi.config.set('admin.absoluteUrl', `${publicUrl}/cms/admin`);
    await strapi.plugin('platform').service('accounts').afterStart();
  },
};
