import { closeFastDb } from '@lyceum/core/server';

export const destroy = (): Promise<void> => closeFastDb();
