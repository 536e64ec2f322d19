import {
  type Grant,
  isWrittenSection,
  officesOf,
  type Role,
  reachesSection,
} from '#core/board/role.ts';
import { type DirectSenders, isBelow } from '#core/office/chain.ts';

/** What is done at the desk to what is recorded of an office. */
export const OFFICE_ACTIONS = [
  'see',
  'record',
  'correct',
  'undo',
  'import-register',
  'print-slips',
] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

/** Of which offices a role may do it: of none, of its own and those below it in the chain, or of all. */
export type Reach = 'none' | 'own-and-below' | 'all';

type Row = Readonly<Record<OfficeAction, Reach>>;

const everywhere = (reach: Reach): Row => ({
  see: reach,
  record: reach,
  correct: reach,
  undo: reach,
  'import-register': reach,
  'print-slips': reach,
});

/** Who may do what to the records of which offices. Whatever is not here is refused. */
export const OFFICE_RIGHTS: Readonly<Record<Role, Row>> = {
  member: everywhere('none'),
  officer: everywhere('own-and-below'),
  moderator: everywhere('none'),
  editor: everywhere('none'),
  administrator: everywhere('all'),
};

/** Whether somebody may do it, and by which role and for which office of theirs (null for all), or why not. */
export type Decision =
  | { readonly allowed: true; readonly by: Role; readonly own: string | null }
  /** `role`: none of their roles may do it to any office. `office`: they may, but not of this one; `own` are theirs. */
  | { readonly allowed: false; readonly reason: 'role' }
  | { readonly allowed: false; readonly reason: 'office'; readonly own: readonly string[] };

const reaches = (
  { role, office: own }: Grant,
  action: OfficeAction,
  office: string,
  senders: DirectSenders,
): boolean => {
  const reach = OFFICE_RIGHTS[role][action];
  if (reach !== 'own-and-below') return reach === 'all';
  return own !== null && (own === office || isBelow(senders, own, office));
};

/** Decides whether a member with these grants may do something to the records of an office, by its id. */
export const decide = (
  grants: readonly Grant[],
  action: OfficeAction,
  office: string,
  senders: DirectSenders,
): Decision => {
  const by = grants.find((grant) => reaches(grant, action, office, senders));
  if (by) return { allowed: true, by: by.role, own: by.office };
  const own = officesOf(grants);
  return own.length > 0 && OFFICE_RIGHTS.officer[action] !== 'none'
    ? { allowed: false, reason: 'office', own }
    : { allowed: false, reason: 'role' };
};

/** Whether any of the roles may do it to the records of some office: what a page needs to know before one is named. */
export const mayAnywhere = (grants: readonly Grant[], action: OfficeAction): boolean =>
  grants.some(({ role }) => OFFICE_RIGHTS[role][action] !== 'none');

/** What is done at the desk to the pages of the portal. */
export const CONTENT_ACTIONS = ['take-letters', 'write-pages', 'publish'] as const;
export type ContentAction = (typeof CONTENT_ACTIONS)[number];

/** Who takes letters in, who writes pages and who publishes. Whatever is not here is refused. */
export const CONTENT_RIGHTS: Readonly<Record<Role, readonly ContentAction[]>> = {
  member: [],
  officer: [],
  moderator: [],
  editor: CONTENT_ACTIONS,
  administrator: CONTENT_ACTIONS,
};

/** Whether a member with these grants may do something to a page of a section; of others nobody may. */
export const mayWritePage = (
  grants: readonly Grant[],
  action: ContentAction,
  section: string,
): boolean =>
  isWrittenSection(section) &&
  grants.some(
    (grant) => CONTENT_RIGHTS[grant.role].includes(action) && reachesSection(grant, section),
  );

/** Whether a member with these grants may do something to the pages of some section: what a page needs to know before one is named. */
export const mayWrite = (grants: readonly Grant[], action: ContentAction): boolean =>
  action === 'take-letters'
    ? // A letter becomes a circular.
      mayWritePage(grants, action, 'circulars')
    : grants.some(({ role }) => CONTENT_RIGHTS[role].includes(action));
