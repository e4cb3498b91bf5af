const { inTransaction, newId, sendMail } = require('@lyceum/core/server');

/**
 * Strapi's own mails (a forgotten admin password) go the way of all others: into the tray, or out through SMTP.
 * Strapi calls `send` with one recipient or several.
 */
module.exports = {
  init: () => ({
    async send({ to, subject, text, html }) {
      const recipients = Array.isArray(to) ? to : String(to).split(',');
      const body = text ?? String(html ?? '').replace(/<[^>]+>/g, ' ');
      await inTransaction(async (tx) => {
        for (const recipient of recipients) {
          await sendMail(tx, { to: recipient.trim(), subject, text: body, html, dedupeKey: `strapi-${newId()}` });
        }
      });
    },
  }),
};
