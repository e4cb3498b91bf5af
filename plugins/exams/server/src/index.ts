import { bootstrap } from './bootstrap.ts';
import { contentTypes } from './content-types/index.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';
import { publicService } from './services/public.ts';

export default { register, bootstrap, contentTypes, routes, services: { public: publicService } };
