import { type Actor, db } from '@lyceum/core/server';
import { commonTags, examTypeNames, ownersIn, skillNames } from '../records/list-options.ts';
import { activeStaff, staffNames } from '../records/staff-rights.ts';
import { institutes, scopeOf } from './scope.ts';

/** What the filters of the list can be set to. A teacher gets the names of the own institute only. */
export async function listOptions(actor: Actor) {
  const scope = await scopeOf(actor);
  const [owners, names, examTypes, skills, tags] = await Promise.all([
    ownersIn(db(), scope),
    institutes().names(),
    examTypeNames(db()),
    skillNames(db()),
    commonTags(db(), scope),
  ]);
  const known = [...names].filter(([id]) => scope.kind === 'all' || id === scope.institute);
  return {
    seesAll: scope.kind === 'all',
    staffId: scope.staffId,
    people: scope.kind === 'all' ? (await activeStaff(db())).map(({ id, name }) => ({ id: String(id), name })) : [],
    owners: (await staffNames(db(), owners)).map(({ id, name }) => ({ id: String(id), name })),
    institutes: known.map(([id, name]) => ({ id, name })),
    examTypes,
    skills,
    tags,
  };
}
