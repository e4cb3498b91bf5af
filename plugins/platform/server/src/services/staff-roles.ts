import { fits, STAFF_ROLE_DEFINITIONS, type StaffRoleDefinition } from '../staff-roles.ts';
import { theStrapi } from '../strapi.ts';

type Action = { actionId: string; section: string; subjects?: string[] | null };
type Permission = { action: string; subject?: string | null; properties?: object; conditions?: string[] };
type AdminRole = { id: number; code: string; name: string; description: string };

const roleService = () => theStrapi().service('admin::role');

const allActions = (): Action[] => theStrapi().service('admin::permission').actionProvider.values();

/** Rights without a subject, such as `plugin::exams.attempts.read`. */
function plainPermissions({ actions, without }: StaffRoleDefinition): Permission[] {
  return allActions()
    .filter(
      ({ section, actionId }) =>
        section !== 'contentTypes' && section !== 'internal' && fits(actionId, actions) && !fits(actionId, without),
    )
    .map(({ actionId }) => ({ action: actionId, subject: null, properties: {}, conditions: [] }));
}

/** Rights on content types, with every field. */
function contentPermissions({ content, contentActions }: StaffRoleDefinition): Permission[] {
  const wanted = new Set(contentActions.map((action) => `plugin::content-manager.explorer.${action}`));
  const actions = allActions().filter(({ actionId }) => wanted.has(actionId));
  const subjects = new Set(actions.flatMap((action) => action.subjects ?? []));
  const restrictedSubjects = [...subjects].filter((uid) => !fits(uid, content));
  const permissions: Permission[] = theStrapi()
    .service('admin::content-type')
    .getPermissionsWithNestedFields(actions, { restrictedSubjects });
  return permissions;
}

async function ensureRole({ code, name, description }: StaffRoleDefinition): Promise<AdminRole> {
  const known: AdminRole | null = await roleService().findOne({ code });
  if (known) return known;
  const made: AdminRole = await roleService().create({ code, name, description });
  return made;
}

/** Makes the roles of the Strapi admin and brings their rights to what the code says. */
export async function ensureStaffRoles(): Promise<void> {
  for (const definition of STAFF_ROLE_DEFINITIONS) {
    const { id } = await ensureRole(definition);
    await roleService().assignPermissions(id, [...plainPermissions(definition), ...contentPermissions(definition)]);
  }
}

/** Ids of the admin's roles with these codes. */
export async function roleIds(codes: readonly string[]): Promise<number[]> {
  const roles: AdminRole[] = await roleService().find({ code: { $in: codes } });
  return roles.map(({ id }) => id);
}
