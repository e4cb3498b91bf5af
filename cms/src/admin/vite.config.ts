import path from 'node:path';
import { type UserConfig, mergeConfig } from 'vite';

/**
 * Admin pages of the plugins lie outside this folder, where the workspace has the site's React 19.
 * Everything that must exist once in the admin is taken from here, whoever asks for it.
 */
const ONCE = [
  'react',
  'react-dom',
  'react-router-dom',
  'react-intl',
  'styled-components',
  '@strapi/strapi',
  '@strapi/admin',
  '@strapi/design-system',
  '@strapi/icons',
];

export default (config: UserConfig): UserConfig =>
  mergeConfig(config, {
    resolve: { dedupe: ONCE },
    server: { fs: { allow: [path.resolve(__dirname, '../../..')] } },
  });
