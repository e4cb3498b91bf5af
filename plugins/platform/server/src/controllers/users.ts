import { answer, staffOf } from '@lyceum/core/server';
import * as contract from '../../../contract/users.ts';
import { accountAdmin } from '../services/users.ts';

export const userAnswers = [
  answer(contract.listUsers, ({ query }) => accountAdmin.list(query)),
  answer(contract.getUser, ({ params }) => accountAdmin.get(params.userId)),
  answer(contract.blockUser, ({ params, body, actor }) => accountAdmin.block(params.userId, body.reason, staffOf(actor))),
  answer(contract.unblockUser, ({ params, body, actor }) => accountAdmin.unblock(params.userId, body.reason, staffOf(actor))),
  answer(contract.signOutUser, ({ params, actor }) => accountAdmin.signOut(params.userId, staffOf(actor))),
  answer(contract.endUserSession, ({ params, actor }) =>
    accountAdmin.endSession(params.userId, params.sessionId, staffOf(actor)),
  ),
  answer(contract.confirmUserEmail, ({ params, body, actor }) =>
    accountAdmin.confirmEmail(params.userId, body.reason, staffOf(actor)),
  ),
  answer(contract.assignRoles, ({ params, body, actor }) => accountAdmin.assignRoles(params.userId, body.roles, staffOf(actor))),
];
