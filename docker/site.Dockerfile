# The site: Astro pages behind our server, the one public origin. Build from the root of the repository.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
RUN cd site && ASTRO_TELEMETRY_DISABLED=1 node ../node_modules/astro/bin/astro.mjs build

FROM node:24-bookworm-slim
ENV NODE_ENV=production TZ=UTC LISTEN_HOST=0.0.0.0 LYCEUM_DATA=/data ASTRO_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data && chown node:node /data
USER node
WORKDIR /app/site
EXPOSE 4321
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4321/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
