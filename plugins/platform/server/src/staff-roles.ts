import type { StaffRole } from '../../contract/roles.ts';

/** What a role of the Strapi admin is made of. Patterns end in `*` or name one action. */
export type StaffRoleDefinition = {
  readonly role: StaffRole;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Rights of plugins and of the admin. */
  readonly actions: readonly string[];
  /** Taken out again, after `actions`. */
  readonly without: readonly string[];
  /** Content types one may work on in the content manager; `*` ends a pattern. */
  readonly content: readonly string[];
  /** What one may do with them. */
  readonly contentActions: readonly ('create' | 'read' | 'update' | 'delete' | 'publish')[];
};

/** Strapi's own role, which always holds every right. */
export const SUPER_ADMIN_CODE = 'strapi-super-admin';

const MEDIA = ['plugin::upload.read', 'plugin::upload.assets.*'];

/** Written to the admin on every start, so that a new right of a plugin reaches its people without a click. */
export const STAFF_ROLE_DEFINITIONS: readonly StaffRoleDefinition[] = [
  {
    role: 'content-editor',
    code: 'lyceum-editor',
    name: 'Content editor',
    description: 'Questions, exams, pages and media. No money, no data of people.',
    actions: ['plugin::questions.*', 'plugin::exams.*', ...MEDIA],
    without: [
      'plugin::exams.attempts.*',
      'plugin::questions.settings.*',
      'plugin::questions.rules.*',
      'plugin::exams.settings.*',
    ],
    content: ['api::*', 'plugin::questions.*', 'plugin::exams.*'],
    contentActions: ['create', 'read', 'update', 'delete', 'publish'],
  },
  {
    role: 'teacher',
    code: 'lyceum-teacher',
    name: 'Teacher',
    description: 'Writes and imports questions of their own, reads exams, sees and marks the attempts of learners.',
    actions: [
      'plugin::questions.*read',
      'plugin::questions.write',
      'plugin::questions.import',
      'plugin::exams.*read',
      'plugin::exams.attempts.mark',
      'plugin::upload.read',
    ],
    without: [],
    // Questions only through the bank, which knows whose they are.
    content: ['plugin::exams.*'],
    contentActions: ['read'],
  },
  {
    role: 'admin',
    code: 'lyceum-admin',
    name: 'Admin',
    description: 'All domains, people and settings. Keys, plugins and the rights of roles stay with super admins.',
    actions: ['plugin::*', 'admin::users.read', 'admin::roles.read'],
    without: [
      'plugin::content-type-builder.*',
      'plugin::users-permissions.*',
      'plugin::content-manager.*',
      'plugin::data-transfer.*',
      'plugin::platform.partner-tokens',
    ],
    content: ['api::*', 'plugin::questions.*', 'plugin::exams.*', 'plugin::upload.*'],
    contentActions: ['create', 'read', 'update', 'delete', 'publish'],
  },
];

/** The code of a role in the Strapi admin. */
export const codeOfRole = (role: StaffRole): string =>
  role === 'super-admin' ? SUPER_ADMIN_CODE : (STAFF_ROLE_DEFINITIONS.find((one) => one.role === role)?.code ?? '');

/** The role behind a code of the Strapi admin; null for roles somebody made by hand. */
export const roleOfCode = (code: string): StaffRole | null =>
  code === SUPER_ADMIN_CODE ? 'super-admin' : (STAFF_ROLE_DEFINITIONS.find((one) => one.code === code)?.role ?? null);

/** Whether a name fits one of the patterns; `*` stands for any letters. */
export function fits(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const [head = '', ...rest] = pattern.split('*');
    const tail = rest.at(-1);
    return tail === undefined
      ? name === pattern
      : name.startsWith(head) && name.endsWith(tail) && name.length >= head.length + tail.length;
  });
}
