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
export const PERMISSIONS = [
  'write',
  'report',
  'skip-queue',
  'moderate',
  'promote',
  'grant-office',
  'grant-role',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const MEMBER = ['write', 'report'] as const;
const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  member: MEMBER,
  officer: [...MEMBER, 'skip-queue'],
  moderator: [...MEMBER, 'skip-queue', 'moderate', 'promote', 'grant-office'],
  editor: [...MEMBER, 'skip-queue', 'promote'],
  administrator: PERMISSIONS,
};

/** Whether a member who holds these grants may do it; everybody who is a member may do what `member` may. */
export const mayDo = (grants: readonly Grant[], permission: Permission): boolean =>
  ALLOWED.member.includes(permission) ||
  grants.some(({ role }) => ALLOWED[role].includes(permission));

/** Whether a member with these grants may grant that role: a moderator verifies officers, an administrator grants all. */
export const mayGrant = (grants: readonly Grant[], { role, office }: Grant): boolean => {
  if (role === 'member' || (role === 'officer') !== (office !== null)) return false;
  return mayDo(grants, role === 'officer' ? 'grant-office' : 'grant-role');
};

/** The most that the grants make of a member. */
export const highestRole = (grants: readonly Grant[]): Role =>
  ROLES.findLast((role) => grants.some((grant) => grant.role === role)) ?? 'member';

/** Offices for which a member is verified. */
export const officesOf = (grants: readonly Grant[]): readonly string[] =>
  grants.flatMap(({ role, office }) => (role === 'officer' && office !== null ? [office] : []));
