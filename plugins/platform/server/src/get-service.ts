import type { Core } from '@strapi/types';
import type { AccountsService } from './services/index.ts';

/** The plugin's public service, typed. */
export const accountsService = (strapi: Core.Strapi): AccountsService => strapi.plugin('platform').service('accounts');
