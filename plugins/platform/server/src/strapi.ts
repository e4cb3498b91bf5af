import type { Core } from '@strapi/types';
import type { PlatformConfig } from './config/index.ts';

let running: Core.Strapi | null = null;

/** Called once in `register`. */
export function useStrapi(strapi: Core.Strapi): void {
  running = strapi;
}

/** The Strapi this plugin was registered in. @throws before `register` */
export function theStrapi(): Core.Strapi {
  if (!running) throw new Error('The platform plugin is not registered yet');
  return running;
}

export const platformConfig = (): PlatformConfig => theStrapi().config.get('plugin::platform');
