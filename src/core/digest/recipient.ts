import { RECORD_KINDS } from '#core/check/content.ts';
import { ACTION_ROLES, type ActionRole } from '#core/letter/circular.ts';
import type { CalendarEvent } from '../calendar/event.ts';
import type { DigestPage } from './digest.ts';

export const MAIL_LANGUAGES = ['th', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** A recipient of the digest, with what they chose of it. An empty list means everything. */
export interface Recipient {
  readonly address: string;
  readonly sections: readonly string[];
  /** Ids of offices that issued a letter or passed it on. */
  readonly offices: readonly string[];
  readonly roles: readonly ActionRole[];
  readonly language: MailLanguage;
  /** Secret by which the recipient is known when unsubscribing. */
  readonly token: string;
}

/** A recipient as a list or a desk has it, before it is checked: lists are words between spaces. */
export type RecipientEntry = Readonly<
  Record<'address' | 'sections' | 'offices' | 'roles' | 'language' | 'token', string>
>;

/** Columns of a list of recipients, in their order. */
export const RECIPIENT_COLUMNS = [
  'address',
  'sections',
  'offices',
  'roles',
  'language',
  'token',
] as const satisfies readonly (keyof RecipientEntry)[];

/** What is wrong with an entry; `index` is its place in the list, from 0. Never repeats an address or a token. */
export interface RecipientProblem {
  readonly index: number;
  readonly field: keyof RecipientEntry;
  readonly what: string;
  readonly fix: string;
}

const LONGEST_ADDRESS = 254;
// Stricter than RFC 5322: no quoted names and no addresses of machines by number. A line break could add headers.
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const TOKEN = /^[A-Za-z0-9_-]{16,128}$/;
const OFFICE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text is an address to which mail can be sent as it is written. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && text.indexOf('@') <= 64 && ADDRESS.test(text);

/** The form in which two addresses are compared: the domain, and in practice the name too, know no case. */
export const addressKey = (address: string): string => address.toLowerCase();

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const unknownWord = (text: string, known: readonly string[]): string | undefined =>
  words(text).find((word) => !known.includes(word));

function* problemsOf(entry: RecipientEntry): Iterable<Omit<RecipientProblem, 'index'>> {
  if (!isMailAddress(entry.address)) {
    yield {
      field: 'address',
      what: 'this is no e-mail address',
      fix: 'Write the address alone, as in name@office.example.',
    };
  }
  for (const [field, known] of [
    ['sections', RECORD_KINDS],
    ['roles', ACTION_ROLES],
  ] as const) {
    const unknown = unknownWord(entry[field], known);
    if (unknown === undefined) continue;
    yield {
      field,
      what: `"${unknown}" is not known`,
      fix: `Leave it empty for all, or write some of these between spaces: ${known.join(' ')}.`,
    };
  }
  const office = words(entry.offices).find((word) => !OFFICE.test(word));
  if (office !== undefined) {
    yield {
      field: 'offices',
      what: `"${office}" is no id of an office`,
      fix: 'Write ids as content/registry has them, between spaces: dla p50.',
    };
  }
  if (!(MAIL_LANGUAGES as readonly string[]).includes(entry.language)) {
    yield {
      field: 'language',
      what: `"${entry.language}" is no language of the digest`,
      fix: `Write one of ${MAIL_LANGUAGES.join(', ')}.`,
    };
  }
  if (!TOKEN.test(entry.token)) {
    yield {
      field: 'token',
      what: 'the token is not 16 to 128 letters, digits, - or _',
      fix: 'Make one that nobody can guess: openssl rand -hex 16.',
    };
  }
}

/**
 * The recipients of some entries, from a list or a desk, in their order, with every problem of the rest. An address
 * may be listed once, and so may a token: one message a recipient, and one recipient unsubscribed by a token.
 */
export const recipients = (
  entries: readonly RecipientEntry[],
): {
  readonly recipients: readonly Recipient[];
  readonly problems: readonly RecipientProblem[];
} => {
  const problems: RecipientProblem[] = [];
  const found: Recipient[] = [];
  const seen = { address: new Map<string, number>(), token: new Map<string, number>() };
  entries.forEach((entry, index) => {
    const before = problems.length;
    for (const problem of problemsOf(entry)) problems.push({ index, ...problem });
    for (const field of ['address', 'token'] as const) {
      const key = field === 'address' ? addressKey(entry.address) : entry.token;
      const first = seen[field].get(key);
      if (first === undefined) seen[field].set(key, index);
      else {
        const fix = 'Leave one of both entries, or give this one another.';
        problems.push({ index, field, what: `entry ${first + 1} has the same ${field}`, fix });
      }
    }
    if (problems.length > before) return;
    found.push({
      address: entry.address,
      sections: words(entry.sections),
      offices: words(entry.offices),
      roles: words(entry.roles) as ActionRole[],
      language: entry.language as MailLanguage,
      token: entry.token,
    });
  });
  return { recipients: found, problems };
};

/** A page of the digest with what recipients choose by. */
export interface MailPage extends DigestPage {
  readonly section: string;
  readonly offices: readonly string[];
  /** Roles to which it gives something to do, or for which it is written; none where it names none. */
  readonly roles: readonly ActionRole[];
}

const meets = (chosen: readonly string[], has: readonly string[]): boolean =>
  chosen.length === 0 || chosen.some((one) => has.includes(one));

/**
 * The pages and dates that a recipient chose. A page that names no role is for every role; one that has no office
 * is left out where offices are chosen.
 */
export const chosenBy = (
  { sections, offices, roles }: Pick<Recipient, 'sections' | 'offices' | 'roles'>,
  pages: readonly MailPage[],
  dates: readonly CalendarEvent[],
): { readonly pages: readonly MailPage[]; readonly dates: readonly CalendarEvent[] } => {
  const inPlace = pages.filter(
    (page) => meets(sections, [page.section]) && meets(offices, page.offices),
  );
  const paths = new Set(inPlace.map(({ path }) => path));
  return {
    pages: inPlace.filter((page) => page.roles.length === 0 || meets(roles, page.roles)),
    dates: dates.filter(({ path, role }) => paths.has(path) && meets(roles, [role])),
  };
};
