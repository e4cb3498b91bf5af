import config from './config/index.ts';
import { register } from './register.ts';
import { routes } from './routes/index.ts';
import { services } from './services/index.ts';

export default { register, config, routes, services, contentTypes: {}, controllers: {} };
