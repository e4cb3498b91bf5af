import { refuse } from '@lyceum/core/contract';
import { audit, db, inTransaction, newId, type StaffMember } from '@lyceum/core/server';
import type { Institute, InstituteStaff, InstitutesPublic } from '../../../contract/institutes.ts';
import { platformProblems as problems } from '../../../contract/problems.ts';
import * as records from '../records/institutes.ts';

const toInstitute = ({ created_at: createdAt, ...institute }: records.InstituteRecord): Institute => ({
  ...institute,
  createdAt: createdAt.toISOString(),
});

const find = async (id: string) => (await records.findInstitute(db(), id)) ?? refuse(problems.instituteNotFound);

export const institutes = {
  list: async (): Promise<{ rows: Institute[] }> => ({ rows: (await records.allInstitutes(db())).map(toInstitute) }),

  create: (name: string, actor: StaffMember): Promise<Institute> =>
    inTransaction(async (tx) => {
      const id = newId();
      if (!(await records.insertInstitute(tx, id, name))) refuse(problems.instituteNameTaken);
      await audit(tx, { actor, action: 'platform.createInstitute', object: `institute:${id}`, after: { name } });
      return toInstitute(await find(id));
    }),

  rename: (id: string, name: string, actor: StaffMember): Promise<Institute> =>
    inTransaction(async (tx) => {
      const before = await find(id);
      if (await records.nameTaken(tx, id, name)) refuse(problems.instituteNameTaken);
      await records.renameInstitute(tx, id, name);
      await audit(tx, {
        actor,
        action: 'platform.renameInstitute',
        object: `institute:${id}`,
        before: { name: before.name },
        after: { name },
      });
      return toInstitute(await find(id));
    }),

  remove: (id: string, actor: StaffMember): Promise<void> =>
    inTransaction(async (tx) => {
      const before = await find(id);
      if (before.members > 0) refuse(problems.instituteInUse, { params: { count: before.members } });
      await records.deleteInstitute(tx, id);
      await audit(tx, {
        actor,
        action: 'platform.deleteInstitute',
        object: `institute:${id}`,
        before: { name: before.name },
      });
    }),

  staff: async (): Promise<{ rows: InstituteStaff[] }> => ({ rows: await records.allStaff(db()) }),

  put: (staffId: number, instituteId: string | null, actor: StaffMember): Promise<InstituteStaff> =>
    inTransaction(async (tx) => {
      const before = (await records.findStaff(tx, staffId)) ?? refuse(problems.userNotFound);
      if (instituteId !== null) await find(instituteId);
      await records.putStaff(tx, staffId, instituteId);
      await audit(tx, {
        actor,
        action: 'platform.putIntoInstitute',
        object: `staff:${staffId}`,
        before: { instituteId: before.instituteId },
        after: { instituteId },
      });
      return { ...before, instituteId };
    }),
};

/** What other plugins may ask about institutes. */
export const institutesPublic: InstitutesPublic = {
  instituteOf: (staffId) => records.instituteOf(db(), staffId),
  names: async () => new Map((await records.allInstitutes(db())).map(({ id, name }) => [id, name])),
};
