import { answer, staffOf } from '@lyceum/core/server';
import * as contract from '../../../contract/institutes.ts';
import { institutes } from '../services/institutes.ts';

export const instituteAnswers = [
  answer(contract.listInstitutes, () => institutes.list()),
  answer(contract.createInstitute, ({ body, actor }) => institutes.create(body.name, staffOf(actor))),
  answer(contract.renameInstitute, ({ params, body, actor }) => institutes.rename(params.id, body.name, staffOf(actor))),
  answer(contract.deleteInstitute, async ({ params, actor }) => {
    await institutes.remove(params.id, staffOf(actor));
    return { deleted: true as const };
  }),
  answer(contract.listInstituteStaff, () => institutes.staff()),
  answer(contract.setInstituteOfStaff, ({ params, body, actor }) =>
    institutes.put(params.staffId, body.instituteId, staffOf(actor)),
  ),
];
