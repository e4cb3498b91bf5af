import { exam } from './exam/index.ts';

export const contentTypes = { exam };
