import { type Expected, expectedOf } from '#core/desk/expected.ts';
import { formatThaiDate, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { possibleValues } from '#core/letter/fact.ts';
import { ADDRESSEE_GROUPS } from '#core/letter/letter.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { effectiveMovements, isGroup, type Movement } from '#core/tracking/movement.ts';
import { newestOf } from '#core/tracking/undo.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { breather } from '../lib/breather.ts';
import { languageOf, type ProblemLanguage } from '../lib/language.ts';
import { openLedger, type TrackContext } from '../track/context.ts';
import type { GroupName } from './movement-forms.ts';

type MoveTexts = DeskTexts['moves'];

/** A day as readers of the language write it. */
export const dayText = (language: string, day: IsoDate): string =>
  language === 'th' ? formatThaiDate(day, { month: 'short' }) : day;

/** A movement as a line of text. */
export const movementText = (
  t: MoveTexts,
  language: string,
  nameOf: (office: string) => string,
  { kind, date, time, number, desk, to, doubt, read, note }: Movement,
): string => {
  const unclear = Object.keys(doubt).map((column) =>
    t.unclear(t.columns[column as keyof MoveTexts['columns']]),
  );
  const addressees = to.map((one) => (isGroup(one) ? t.groups[one as GroupName] : nameOf(one)));
  const when = [date && dayText(language, date), time].filter(Boolean).join(' ');
  const isNothing = kind === 'corrected' && !date && !number && to.length === 0;
  return [
    isNothing ? t.takeBack : t.kinds[kind],
    when,
    number && `${t.columns.number} ${number}`,
    desk,
    addressees.length > 0 && `${t.columns.to} ${addressees.join(', ')}`,
    ...unclear,
    read && `"${read}"`,
    note,
  ]
    .filter(Boolean)
    .join(' · ');
};

const known = new Map<string, ProblemLanguage>();

const withDays = (language: string, text: string): string =>
  text.replaceAll(/(?<![\d/-])\d{4}-\d{2}-\d{2}(?![\d-])/g, (day) =>
    isFullDate(day) ? dayText(language, day) : day,
  );

const languageFor = (language: string): ProblemLanguage => {
  const spoken = known.get(language) ?? languageOf({ WIAN_LANG: language });
  known.set(language, spoken);
  return spoken;
};

/** A message of the commands in the language of the page; as it is where nobody has translated it. */
export const inLanguage = (language: string, text: string): string =>
  withDays(language, languageFor(language).problem({ file: null, what: text, fix: '' }).what);

/** Problems in the language of the page: each with the label of its field, and without what only a terminal can do. */
export const problemTexts = (
  t: MoveTexts,
  language: string,
  problems: readonly Problem[],
  nameOf: (office: string) => string,
): string[] => {
  const spoken = languageFor(language);
  return problems.map((one) => {
    const { field = '', what, why, fix } = spoken.problem(one);
    const [, column = '', whose = ''] = /^(\w+)(?: (.+))?$/.exec(field) ?? [];
    const label = t.columns[column as keyof MoveTexts['columns']];
    const place = [whose, label ?? (whose === '' ? field : '')].filter(Boolean).join(' ');
    const isForTerminals = /npm run|--|\.csv|content\//.test(fix);
    const said = [what, why, isForTerminals ? '' : fix].map((text) =>
      withDays(language, text ?? ''),
    );
    return [place && `${place}:`, ...said]
      .filter(Boolean)
      .join(' ')
      .replaceAll(/(?<![\w/-])[pda]\d{2,6}(?= ?(?:ใช้|ไม่อยู่| used| is not))/g, (id) => nameOf(id));
  });
};

/** A circular in the list of an office. */
export interface ListedCircular {
  readonly record: CircularRecord;
  /** Null where its ledger cannot be read. */
  readonly expected: Expected | null;
}

/** A part of the list, newest first; `next` is where the next part begins, null where there is none. */
export interface CircularList {
  readonly items: readonly ListedCircular[];
  readonly looked: number;
  readonly next: number | null;
}

const MOST_SHOWN = 30;
/** Ledgers that are opened for one page: each takes up to some milliseconds. */
const MOST_LOOKED_AT = 120;

/** The day of a letter for sorting: the latest that it may be of. */
const dayOf = ({ circular }: CircularRecord): string =>
  possibleValues(circular.letter.date).toSorted().at(-1) ?? '';

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');

const isMeant = ({ circular, coveringLetters, id }: CircularRecord, query: string): boolean =>
  plain(
    [
      id,
      circular.title,
      ...possibleValues(circular.letter.subject),
      ...[circular.letter, ...coveringLetters].flatMap(({ number }) => possibleValues(number)),
    ].join('\n'),
  ).includes(plain(query));

/** Circulars that come to an office, from one place in the list on: all, or those of which a record is missing. */
export const listCirculars = async (
  context: TrackContext,
  office: string,
  { query, isOpen, from }: { query: string; isOpen: boolean; from: number },
): Promise<CircularList> => {
  const breathe = breather({ isWaitedFor: true });
  const wanted = context.records
    .filter((one) => query === '' || isMeant(one, query))
    .toSorted((a, b) =>
      dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : a.id < b.id ? 1 : -1,
    );
  const items: ListedCircular[] = [];
  let at = from;
  for (; at < wanted.length && at - from < MOST_LOOKED_AT && items.length < MOST_SHOWN; at++) {
    const record = wanted[at] as CircularRecord;
    await breathe();
    try {
      const { folded, route } = openLedger(context, record);
      const expected = expectedOf(folded, route, office);
      if (expected && !(isOpen && expected.missing.length === 0)) items.push({ record, expected });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      items.push({ record, expected: null });
    }
  }
  return { items, looked: at - from, next: at < wanted.length ? at : null };
};

/** What is recorded of a circular at one office, and what can be recorded there. */
export interface OfficeCircular {
  readonly record: CircularRecord;
  readonly expected: Expected;
  /** Number of the newest row of the ledger. */
  readonly seen: number;
  readonly recorded: readonly Movement[];
  /** Movements of the office that stand, each with the newest row that has a say about it. */
  readonly own: readonly { readonly movement: Movement; readonly newest: number }[];
  /** Groups to which it passes on, with the offices in each. */
  readonly groups: readonly { readonly name: GroupName; readonly offices: readonly string[] }[];
}

const groupsBelow = (route: Route, office: string): OfficeCircular['groups'] => {
  const at = route.indexOf.get(office) ?? NOBODY;
  const groups = new Map<string, string[]>();
  for (const [place, { id }] of route.registry.offices.entries()) {
    const isBelow =
      route.sender[place] === at || (route.otherSenders.get(place) ?? []).includes(at);
    if (!isBelow) continue;
    const name = route.branches[route.branch[place] as number] as string;
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return ADDRESSEE_GROUPS.flatMap((name) => {
    const offices = groups.get(name);
    return offices ? [{ name, offices }] : [];
  });
};

/** What is recorded of a circular at an office; null where the circular does not come to it. */
export const officeCircular = (
  context: TrackContext,
  record: CircularRecord,
  office: string,
): OfficeCircular | null => {
  const ledger = openLedger(context, record);
  const expected = expectedOf(ledger.folded, ledger.route, office);
  if (expected === null) return null;
  const recorded = [...ledger.recorded()];
  const own = effectiveMovements(recorded)
    .filter((one) => one.office === office)
    .map((movement) => ({ movement, newest: newestOf(recorded, movement.no) }));
  const groups = groupsBelow(ledger.route, office);
  return { record, expected, seen: recorded.length, recorded, own, groups };
};

/** The states of several offices for one circular, by their ids. */
export const statesOf = (
  context: TrackContext,
  record: CircularRecord,
  offices: readonly string[],
): ReadonlyMap<string, Expected | null> => {
  const { folded, route } = openLedger(context, record);
  return new Map(offices.map((one) => [one, expectedOf(folded, route, one)]));
};
