import { answer, inTransaction, learnerOf } from '@lyceum/core/server';
import * as contract from '../../../contract/me.ts';
import { profile } from '../services/profile.ts';
import { endOne, endSessions, openSessions } from '../services/sessions.ts';

export const meAnswers = [
  answer(contract.getMe, ({ actor }) => profile.me(learnerOf(actor))),
  answer(contract.changeMe, ({ body, actor }) => profile.change(learnerOf(actor), body)),
  answer(contract.changePassword, async ({ body, actor }) => {
    const endedSessions = await profile.changePassword(learnerOf(actor), body.currentPassword, body.newPassword);
    return { changed: true as const, endedSessions };
  }),
  answer(contract.listMySessions, async ({ actor }) => {
    const { id, sessionId } = learnerOf(actor);
    const sessions = await openSessions(id);
    return { sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })) };
  }),
  answer(contract.endMySession, async ({ params, actor }) => {
    const { id } = learnerOf(actor);
    return { endedSessions: await endOne({ userId: id, reason: 'ended-by-user', only: params.sessionId }) };
  }),
  answer(contract.endMyOtherSessions, async ({ actor }) => {
    const { id, sessionId } = learnerOf(actor);
    return {
      endedSessions: await inTransaction((tx) => endSessions(tx, { userId: id, reason: 'ended-by-user', except: sessionId })),
    };
  }),
];
