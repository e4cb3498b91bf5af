import path from 'node:path';
import { mergeConfig, type UserConfig } from 'vite';

/** Admin pages of the plugins lie outside this folder, in the workspace. */
export default (config: UserConfig): UserConfig =>
  mergeConfig(config, { server: { fs: { allow: [path.resolve(__dirname, '../../..')] } } });
