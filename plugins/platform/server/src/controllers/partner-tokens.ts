import { answer, staffOf } from '@lyceum/core/server';
import * as contract from '../../../contract/partner-tokens.ts';
import { partnerTokens } from '../services/partner-tokens.ts';

export const partnerTokenAnswers = [
  answer(contract.listPartnerTokens, () => partnerTokens.list()),
  answer(contract.createPartnerToken, ({ body, actor }) => partnerTokens.create(body, staffOf(actor))),
  answer(contract.revokePartnerToken, ({ params, actor }) => partnerTokens.revoke(params.id, staffOf(actor))),
];
