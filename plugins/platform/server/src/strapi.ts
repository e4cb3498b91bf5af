import { theStrapi } from '@lyceum/core/server';
import type { PlatformConfig } from './config/index.ts';

export { theStrapi };

export const platformConfig = (): PlatformConfig => theStrapi().config.get('plugin::platform');
