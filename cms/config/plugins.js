const { env } = require('@lyceum/config/env');

module.exports = () => ({
  // core first: it runs the migrations of all others when it bootstraps
  core: { enabled: true },
  platform: { enabled: true },
  questions: { enabled: true },
  exams: { enabled: true },
  upload: { config: { sizeLimit: env().files.uploadMaxBytes, breakpoints: { large: 1000, small: 500 } } },
  'users-permissions': {
    config: { jwtManagement: 'refresh', jwtSecret: env().secrets.jwtSecret, ratelimit: { enabled: false } },
  },
  email: {
    config: {
      provider: '@lyceum/core/email-provider',
      settings: { defaultFrom: env().mail.from, defaultReplyTo: env().mail.from },
    },
  },
  i18n: { enabled: true },
});
