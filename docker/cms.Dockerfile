# The cms: Strapi with the admin built in. Build from the root of the repository.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
# The key is for this build step only: the admin's bundle holds no secret, and the real key comes at run time.
RUN cd cms && LYCEUM_SECRET=only-for-the-build-of-the-admin-bundle STRAPI_TELEMETRY_DISABLED=true NODE_OPTIONS=--max-old-space-size=3072 \
    node ../node_modules/@strapi/strapi/bin/strapi.js build

FROM node:24-bookworm-slim
ENV NODE_ENV=production TZ=UTC LISTEN_HOST=0.0.0.0 LYCEUM_DATA=/data STRAPI_TELEMETRY_DISABLED=true
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data /app/cms/public/uploads && chown -R node:node /data /app/cms/public
USER node
WORKDIR /app/cms
EXPOSE 1337
VOLUME ["/data", "/app/cms/public/uploads"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:1337/_health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.js"]
