import { bootstrap } from './bootstrap.ts';
import { contentTypes } from './content-types/index.ts';
import { destroy } from './destroy.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';
import { publicService } from './services/public.ts';

export default { register, bootstrap, destroy, contentTypes, routes, services: { public: publicService } };
