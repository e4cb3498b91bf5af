import node from '@astrojs/node';
import react from '@astrojs/react';
import { env } from '@lyceum/config/env';
import { defineConfig } from 'astro/config';
import { precompress } from './server/precompress.ts';
import { localisedRoutes } from './src/i18n/localised-routes.ts';

const { cmsUrl, publicHost, sitePort } = env().server;
const toCms = { target: cmsUrl, changeOrigin: false, ws: true };

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true, bodySizeLimit: 1024 * 1024 }),
  integrations: [react(), localisedRoutes(), precompress()],
  trailingSlash: 'never',
  session: false,
  devToolbar: { enabled: false },
  logger: { entrypoint: new URL('./server/astro-log.mjs', import.meta.url) },
  // Pages say `Astro.cache.set({ tags, maxAge, swr })`; the front in server/ keeps and answers them.
  cache: { provider: { name: 'lyceum', entrypoint: new URL('./server/cache/astro-provider.ts', import.meta.url) } },
  // The cms checks the origin of everything that changes something; pages here only read.
  security: { checkOrigin: true },
  // The content policy allows neither inline scripts nor inline style sheets.
  build: { inlineStylesheets: 'never', assets: '_astro' },
  server: { port: sitePort },
  vite: {
    build: { assetsInlineLimit: 0, sourcemap: false },
    ssr: { external: ['@lyceum/config'] },
    // `npm run dev`: the same one origin, with Vite in the place of our server.
    server: {
      allowedHosts: [publicHost.replace(/:\d+$/, '')],
      proxy: {
        '/api': toCms,
        '/uploads': toCms,
        '/cms': { ...toCms, rewrite: (path) => path.replace(/^\/cms(?=\/|$)/, '') || '/' },
      },
    },
  },
});
