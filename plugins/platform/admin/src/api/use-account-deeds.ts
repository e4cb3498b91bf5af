import { useCall, useProblemText, useText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { RoleGrant } from '../../../contract/roles.ts';
import { assignRoles, blockUser, confirmUserEmail, endUserSession, signOutUser, unblockUser } from '../../../contract/users.ts';

/** What staff does with one account; each deed says how it ended and tells whether it was done. */
export function useAccountDeeds() {
  const t = useText('platform');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();

  return useMemo(() => {
    const attempt = async (deed: () => Promise<unknown>, done: string): Promise<boolean> => {
      try {
        await deed();
        toggleNotification({ type: 'success', message: t(done) });
        return true;
      } catch (error) {
        toggleNotification({ type: 'danger', message: problemText(error) });
        return false;
      }
    };
    return {
      block: (userId: string, reason: string) =>
        attempt(() => call(blockUser, { params: { userId }, body: { reason } }), 'done.blocked'),
      unblock: (userId: string, reason: string) =>
        attempt(() => call(unblockUser, { params: { userId }, body: { reason } }), 'done.unblocked'),
      confirmEmail: (userId: string, reason: string) =>
        attempt(() => call(confirmUserEmail, { params: { userId }, body: { reason } }), 'done.confirmed'),
      signOut: (userId: string) => attempt(() => call(signOutUser, { params: { userId } }), 'done.signed-out'),
      endSession: (userId: string, sessionId: string) =>
        attempt(() => call(endUserSession, { params: { userId, sessionId } }), 'done.session-ended'),
      assignRoles: (userId: string, roles: RoleGrant[]) =>
        attempt(() => call(assignRoles, { params: { userId }, body: { roles } }), 'done.roles'),
    };
  }, [call, problemText, t, toggleNotification]);
}
