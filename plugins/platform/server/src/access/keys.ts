import { secret } from '@lyceum/core/server';

/** Each purpose has a key of its own, so that one kind of token never passes for another. */
export const accessKey = (): Buffer => secret('platform.access-token');
export const refreshKey = (): Buffer => secret('platform.refresh-token');
export const deviceKey = (): Buffer => secret('platform.device');
