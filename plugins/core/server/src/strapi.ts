import type { Core } from '@strapi/types';
import { shared } from './state.ts';

const holder = () => shared<{ strapi: Core.Strapi | null }>('strapi', () => ({ strapi: null }));

/** Set once in core's register. */
export function useStrapi(strapi: Core.Strapi): void {
  holder().strapi = strapi;
}

/** The running Strapi. @throws when called before core registered */
export function theStrapi(): Core.Strapi {
  const { strapi } = holder();
  if (!strapi) throw new Error('Strapi has not started yet');
  return strapi;
}
