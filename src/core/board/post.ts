import { findPersonalData, type PersonalDataKind } from '../letter/personal-data.ts';
import { SYSTEMS } from '../system.ts';

/** Sections of the board, in the order in which they are listed. */
export const BOARD_SECTIONS = ['system', 'accounts', 'finance', 'letters', 'portal'] as const;
export type BoardSection = (typeof BOARD_SECTIONS)[number];

/** Characters (UTF-16) of a title, and of a post. */
export const LONGEST_TITLE = 150;
export const LONGEST_POST = 20_000;

/** Where something stands in a text: both from 1, columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Why a post cannot be taken, and where in it. */
export type PostFault =
  | { readonly kind: 'title-empty' | 'title-long' | 'body-empty' | 'body-long' | 'subject' }
  | {
      readonly kind: 'personal';
      readonly data: PersonalDataKind;
      readonly in: 'title' | 'body';
      readonly place: TextPlace;
    };

/** What somebody wrote: `title` is null for an answer. */
export interface Draft {
  readonly title: string | null;
  readonly body: string;
}

const placeOf = (text: string, offset: number): TextPlace => {
  const before = text.slice(0, offset);
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
};

const personalIn = (part: 'title' | 'body', text: string): PostFault[] =>
  findPersonalData(text).map(({ kind, start }) => ({
    kind: 'personal',
    data: kind,
    in: part,
    place: placeOf(text, start),
  }));

/** Everything for which a post is refused, in order of place; none where it can be taken. */
export const postFaults = ({ title, body }: Draft): PostFault[] => {
  const faults: PostFault[] = [];
  if (title !== null) {
    if (title.trim() === '') faults.push({ kind: 'title-empty' });
    if (title.length > LONGEST_TITLE) faults.push({ kind: 'title-long' });
    faults.push(...personalIn('title', title));
  }
  if (body.trim() === '') faults.push({ kind: 'body-empty' });
  // Not searched: what is too long is refused as it is.
  if (body.length > LONGEST_POST) return [...faults, { kind: 'body-long' }];
  return [...faults, ...personalIn('body', body)];
};

/** Line ends as one, no spaces at the ends, no characters that nobody sees but that change how a text is shown. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .trim();

/** A title is one line. */
export const plainTitle = (text: string): string => plainText(text).replaceAll(/\s+/g, ' ');

export const isSection = (text: string): text is BoardSection =>
  (BOARD_SECTIONS as readonly string[]).includes(text);

/** A system of the portal, or '' for none. */
export const isSystemOrNone = (text: string): boolean =>
  text === '' || (SYSTEMS as readonly string[]).includes(text);

/** Whether a post waits for a moderator: those of members of whom none was shown yet. */
export const waitsInQueue = (shownPosts: number, maySkip: boolean): boolean =>
  shownPosts === 0 && !maySkip;

/**
 * For which office a post speaks: that which issued what the thread is about where the writer is verified for it,
 * else the first for which they are, else '' for none.
 */
export const officeOfPost = (offices: readonly string[], issuer: string): string =>
  offices.includes(issuer) && issuer !== '' ? issuer : (offices[0] ?? '');

/** Whether a post is official: written by a verified officer of the office that issued what the thread is about. */
export const isOfficial = (office: string, issuer: string): boolean =>
  office !== '' && office === issuer;

/** Whether a member may change a post: their own, as long as the thread is open. */
export const mayEdit = (
  post: { readonly author: string | null; readonly state: string },
  thread: { readonly locked: boolean },
  member: string,
): boolean => post.author === member && post.state !== 'removed' && !thread.locked;
