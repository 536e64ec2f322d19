/** What a member may be, from least to most; an officer is verified for one office. */
export const ROLES = ['member', 'officer', 'moderator', 'editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that are granted to a member; everybody who signed up is a member without a grant. */
export interface Grant {
  readonly role: Role;
  /** Id of the office in the registry; null for roles that belong to no office. */
  readonly office: string | null;
}

/** What may be done at the desk by those who hold a role. */
export const PERMISSIONS = ['grant-office', 'grant-role', 'moderate', 'edit-content'] as const;
export type Permission = (typeof PERMISSIONS)[number];

const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  member: [],
  officer: [],
  moderator: ['grant-office', 'moderate'],
  editor: ['edit-content'],
  administrator: PERMISSIONS,
};

/** Whether one of the grants allows it. */
export const mayDo = (grants: readonly Grant[], permission: Permission): boolean =>
  grants.some(({ role }) => ALLOWED[role].includes(permission));

/** The most that the grants make of a member. */
export const highestRole = (grants: readonly Grant[]): Role =>
  ROLES.findLast((role) => grants.some((grant) => grant.role === role)) ?? 'member';
