const { env } = require('@lyceum/config/env');

/** Public media in the bucket where there is one, else in the data folder. */
function uploadProvider() {
  const { s3 } = env().storage;
  if (s3 === null) return {};
  const { bucket, region, endpoint, accessKeyId, secretAccessKey, publicUrl } = s3;
  return {
    provider: 'aws-s3',
    providerOptions: {
      baseUrl: publicUrl,
      s3Options: {
        region,
        credentials: { accessKeyId, secretAccessKey },
        ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
        params: { Bucket: bucket },
      },
    },
  };
}

module.exports = () => ({
  // core first: it runs the migrations of all others when it bootstraps
  core: { enabled: true },
  platform: { enabled: true },
  questions: { enabled: true },
  exams: { enabled: true },
  upload: {
    config: { ...uploadProvider(), sizeLimit: env().files.uploadMaxBytes, breakpoints: { large: 1000, small: 500 } },
  },
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
