import { routesFor } from '@lyceum/core/server';
import { accountAnswers } from '../controllers/account.ts';
import { instituteAnswers } from '../controllers/institutes.ts';
import { meAnswers } from '../controllers/me.ts';
import { partnerTokenAnswers } from '../controllers/partner-tokens.ts';
import { userAnswers } from '../controllers/users.ts';

export const routes = routesFor([...accountAnswers, ...meAnswers, ...userAnswers, ...instituteAnswers, ...partnerTokenAnswers]);
