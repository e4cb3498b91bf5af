import { routesFor } from '@lyceum/core/server';
import { learnerAnswers } from '../controllers/learner.ts';
import { staffAnswers } from '../controllers/staff.ts';

export const routes = routesFor([...learnerAnswers, ...staffAnswers]);
