/** What a member may be, from least to most; an officer is verified for one office. */
export const ROLES = ['member', 'officer', 'moderator', 'editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Sections of the portal whose pages are written at the desk. */
export const WRITTEN_SECTIONS = [
  'faq',
  'manuals',
  'news',
  'laws',
  'forms',
  'changelog',
  'circulars',
] as const;
export type WrittenSection = (typeof WRITTEN_SECTIONS)[number];

/** Whether a text names a section whose pages are written at the desk. */
export const isWrittenSection = (text: string): text is WrittenSection =>
  (WRITTEN_SECTIONS as readonly string[]).includes(text);

/** Roles that are granted to a member; everybody who signed up is a member without a grant. */
export interface Grant {
  readonly role: Role;
  /** Id of the office in the registry; null for roles that belong to no office. */
  readonly office: string | null;
  /** The section that an editor is for; of all where there is none. */
  readonly section?: WrittenSection;
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

/** Whether a grant reaches the pages of a section. */
export const reachesSection = ({ section }: Grant, of: WrittenSection): boolean =>
  section === undefined || section === of;

/**
 * Whether a member who holds these grants may do it; everybody who is a member may do what `member` may. What a thread is
 * promoted to is a question, so of editors of one section those of questions may.
 */
export const mayDo = (grants: readonly Grant[], permission: Permission): boolean =>
  ALLOWED.member.includes(permission) ||
  grants.some(
    (grant) =>
      ALLOWED[grant.role].includes(permission) &&
      (permission !== 'promote' || reachesSection(grant, 'faq')),
  );

/** Whether a member with these grants may grant that role: a moderator verifies officers, an administrator grants all. */
export const mayGrant = (grants: readonly Grant[], { role, office, section }: Grant): boolean => {
  if (role === 'member' || (role === 'officer') !== (office !== null)) return false;
  if (section !== undefined && role !== 'editor') return false;
  return mayDo(grants, role === 'officer' ? 'grant-office' : 'grant-role');
};

/** The most that the grants make of a member. */
export const highestRole = (grants: readonly Grant[]): Role =>
  ROLES.findLast((role) => grants.some((grant) => grant.role === role)) ?? 'member';

/** Offices for which a member is verified. */
export const officesOf = (grants: readonly Grant[]): readonly string[] =>
  grants.flatMap(({ role, office }) => (role === 'officer' && office !== null ? [office] : []));
