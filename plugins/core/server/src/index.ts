import { bootstrap } from './bootstrap.ts';
import { coreAnswers } from './controllers/staff.ts';
import { routesFor } from './endpoints/strapi-routes.ts';
import { closeRedis } from './ports/redis.ts';
import { register } from './register.ts';

export default {
  register,
  bootstrap,
  destroy: closeRedis,
  routes: routesFor(coreAnswers),
  contentTypes: {},
  controllers: {},
  services: {},
};
