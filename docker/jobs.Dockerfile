# The jobs process: the same Strapi without HTTP, with a worker for every registered job. Build from the root of the repository.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production TZ=UTC LISTEN_HOST=0.0.0.0 LYCEUM_DATA=/data STRAPI_TELEMETRY_DISABLED=true
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data /app/cms/public/uploads && chown -R node:node /data /app/cms/public
USER node
WORKDIR /app/jobs
EXPOSE 4322
VOLUME ["/data", "/app/cms/public/uploads"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4322/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
