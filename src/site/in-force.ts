import {
  type ForceDoubt,
  type ForceOnDay,
  forceFacts,
  forceOn,
  inForceOn,
} from '#core/history/in-force.ts';
import {
  byNewestIssue,
  type ListedLetter,
  PART_SIZE,
  readFacts,
  type StoredNames,
  type StoredPart,
  storeFacts,
} from '#core/history/in-force-file.ts';
import { forceDay } from '#core/history/page-event.ts';
import { dayNumber, type IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { SYSTEMS, systemName } from '#core/system.ts';
import { asOf } from './as-of.ts';
import { type CircularEntry, type DocumentEntry, getCirculars, getDocuments } from './content.ts';
import { getCrumbs } from './frame.ts';
import { circularHistory, documentHistory } from './history.ts';
import { messages } from './i18n.ts';
import { keptPath } from './kept-path.ts';
import { memoizePerBuild } from './memo.ts';

const t = messages.asOfPage;
/** Letters of a group that the page shows before a reader asks for more. */
const SHOWN = 30;

interface Source {
  readonly path: string;
  readonly section: 'circulars' | 'laws';
  readonly entry: CircularEntry | DocumentEntry<'laws'>;
}

const partsOf = (entry: Source['entry']) => {
  if (entry.collection === 'circulars') {
    const { circular } = entry.data;
    return { page: circular, ...circular.letter, history: circularHistory(entry) };
  }
  return {
    page: entry.data,
    date: entry.data.date,
    number: entry.data.number,
    history: documentHistory(entry),
  };
};

const publishedOf = ({ entry: { collection, data } }: Source): IsoDate =>
  collection === 'circulars' ? data.circular.published : data.published;

const getSources = async (): Promise<Source[]> => [
  ...(await getCirculars()).map((entry) => ({
    path: `circulars/${entry.id}`,
    section: 'circulars' as const,
    entry,
  })),
  ...(await getDocuments('laws')).map((entry) => ({
    path: `laws/${entry.id}`,
    section: 'laws' as const,
    entry,
  })),
];

const text = <Value>(fact: Fact<Value> | undefined, print: (value: Value) => string): string =>
  fact?.value === null || fact === undefined ? '' : print(fact.value);

const namesOf = ({ path, entry }: Source): StoredNames => {
  const { page, number, date } = partsOf(entry);
  return [
    `${path}/`,
    page.title,
    number === undefined ? null : text(number, printLetterNumber),
    text(date, messages.format.date),
    page.force.note ?? '',
    page.sample ? 1 : 0,
  ];
};

interface Part extends StoredPart {
  readonly names: readonly StoredNames[];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Letters in parts of one section and year, from its first on, so that a new letter changes the last part only. */
const splitIntoParts = (sources: readonly Source[]): [string, readonly Source[]][] => {
  const groups = Map.groupBy(sources, ({ section, path }) =>
    section === 'laws' ? section : `${section}-${path.split('/')[1]}`,
  );
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, group]) => {
      const sorted = [...group].sort(
        (a, b) => compareText(publishedOf(a), publishedOf(b)) || compareText(a.path, b.path),
      );
      return Array.from(
        { length: Math.ceil(sorted.length / PART_SIZE) },
        (_, at): [string, readonly Source[]] => [
          `${name}-${at + 1}`,
          sorted.slice(at * PART_SIZE, (at + 1) * PART_SIZE),
        ],
      );
    });
};

const getParts = (): Promise<readonly Part[]> =>
  memoizePerBuild('letters by their force', async () => {
    const sources = await getSources();
    const dates = new Map(sources.map(({ path, entry }) => [path, partsOf(entry).date]));
    const cancelled = new Set(
      sources.flatMap(({ entry }) =>
        entry.collection === 'circulars'
          ? entry.data.circular.cancels.flatMap(({ record }) => record ?? [])
          : [],
      ),
    );
    const rowOf = async ({ path, entry }: Source) => {
      const { page, date, history } = partsOf(entry);
      const { force } = page;
      const facts = forceFacts({
        force,
        date,
        byDate: force.by === undefined ? undefined : dates.get(force.by),
        marked: forceDay(await history),
        cancelledByAnother: cancelled.has(path),
      });
      return storeFacts(facts, page.system);
    };
    return Promise.all(
      splitIntoParts(sources).map(
        async ([name, ofPart]): Promise<Part> => ({
          name,
          section: ofPart[0]?.section ?? '',
          rows: await Promise.all(ofPart.map(rowOf)),
          names: ofPart.map(namesOf),
        }),
      ),
    );
  });

/** What the records say on the day of the data about each letter, by its path: `circulars/<id>`, `laws/<slug>`. */
export const getForceToday = (): Promise<ReadonlyMap<string, ForceOnDay>> =>
  memoizePerBuild('force on the day of the data', async () => {
    const day = dayNumber(asOf);
    return new Map(
      (await getParts()).flatMap((part) =>
        readFacts(part).flatMap(({ facts, index }) => {
          const path = part.names[index]?.[0].replace(/\/$/, '');
          return path === undefined ? [] : [[path, forceOn(facts, day)] as const];
        }),
      ),
    );
  });

/** The facts of all letters as the script of the page reads them. */
export const getForceFile = async (): Promise<readonly StoredPart[]> =>
  (await getParts()).map(({ name, section, rows }) => ({ name, section, rows }));

/** The names of the letters of each part, for `getStaticPaths`. */
export const getForceNamePaths = async () =>
  Promise.all((await getParts()).map(({ name, names }) => keptPath({ part: name }, () => names)));

/** One letter as the page lists it. */
export interface LetterOnDay {
  readonly names: StoredNames;
  readonly section: string;
  readonly doubt: ForceDoubt | null;
  readonly retroactive: boolean;
}

const viewDay = (parts: readonly Part[], day: IsoDate) => {
  const letters = parts.flatMap(readFacts).sort(byNewestIssue);
  const namesOfPart = new Map(parts.map(({ name, names }) => [name, names]));
  const { inForce, doubtful, ended, notYet } = inForceOn(letters, day);
  const view = (
    item: ListedLetter,
    doubt: ForceDoubt | null = null,
    retroactive = false,
  ): LetterOnDay[] => {
    const names = namesOfPart.get(item.part)?.[item.index];
    return names ? [{ names, section: item.section, doubt, retroactive }] : [];
  };
  const group = (
    name: keyof typeof t.group,
    items: readonly LetterOnDay[],
  ): {
    readonly name: keyof typeof t.group;
    readonly title: string;
    readonly none: string;
    readonly items: readonly LetterOnDay[];
    readonly rest: number;
  } => ({
    name,
    title: t.group[name],
    none: t.none[name],
    items: items.slice(0, SHOWN),
    rest: Math.max(0, items.length - SHOWN),
  });
  return {
    groups: [
      group(
        'inForce',
        inForce.flatMap(({ item, retroactive }) => view(item, null, retroactive)),
      ),
      group(
        'doubtful',
        doubtful.flatMap(({ item, doubt }) => view(item, doubt)),
      ),
      group(
        'ended',
        ended.flatMap((item) => view(item)),
      ),
    ],
    counts: {
      inForce: inForce.length,
      doubtful: doubtful.length,
      ended: ended.length,
      notYet: notYet.length,
    },
  };
};

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What the page shows before a reader chooses another day: the state on the day of the data. */
export const getAsOfPage = async () => {
  const parts = await getParts();
  const { groups, counts } = viewDay(parts, asOf);
  const { rest, link, lead, noScript, ...texts } = t;
  const day = messages.format.date(asOf);
  const count = (value: number): string => messages.format.count(value);
  return {
    head: { title: t.title, lead, crumbs: getCrumbs('circulars') },
    asOf,
    shown: SHOWN,
    dayText: day,
    on: fill(t.on, { date: day }),
    counts: fill(
      t.counts,
      Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, count(value)])),
    ),
    groups,
    sections: [...new Set(parts.map(({ section }) => section as Source['section']))].map(
      (section) => ({ value: section, label: messages.nav[section] }),
    ),
    systems: SYSTEMS.map((system) => ({ value: system as string, label: systemName(system) })),
    texts: JSON.stringify({
      ...texts,
      sample: messages.sample.badge,
      number: messages.circular.letter.number,
      numberMissing: messages.circular.numberMissing,
    }),
  };
};

export type AsOfPage = Awaited<ReturnType<typeof getAsOfPage>>;
