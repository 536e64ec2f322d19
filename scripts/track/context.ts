import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BUDDHIST_ERA_OFFSET, type IsoDate, isFullDate } from '#core/letter/date.ts';
import { nearestOffices, officeNamed } from '#core/office/find.ts';
import { registryOn } from '#core/office/history.ts';
import type { Registry } from '#core/office/registry.ts';
import { fullOfficeName } from '#core/office/registry.ts';
import type { Route, RouteRules } from '#core/office/route.ts';
import { routeCache } from '#core/office/route-cache.ts';
import { ProblemError } from '#core/problem.ts';
import { circularNamed } from '#core/tracking/asked-circular.ts';
import { loadRegisterRows } from '#store/content/append-only.ts';
import { SHORT_CODES } from '#store/content/short-codes.ts';
import type { NumberIndex } from '#store/ledger/number-index.ts';
import { type FoldedLedger, ledgerFolder } from '#store/ledger/summarize.ts';
import {
  type CircularRecord,
  jobOf,
  readCircularRecords,
  readRouteRules,
} from '#store/ledger/tracked.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { type CommandIo, UsageError } from '../lib/command.ts';

/** All that commands on tracking read first. */
export interface TrackContext {
  readonly root: string;
  readonly asOf: IsoDate;
  readonly json: boolean;
  readonly registry: Registry;
  readonly rules: readonly RouteRules[];
  readonly records: readonly CircularRecord[];
  /** Short codes by the id of their circular. */
  readonly codes: ReadonlyMap<string, string>;
  readonly routeOf: (record: CircularRecord) => Route;
  readonly nameOf: (office: string) => string;
  /** The full name that an office had on a day; that of now where the day is not known. */
  readonly nameOn: (office: string, day: string | null) => string;
  /** Reads and folds one ledger; what it gives is valid until the next one is folded. */
  readonly fold: ReturnType<typeof ledgerFolder>;
  /** Which ledgers may hold a number, where somebody asks for more than one. */
  readonly numbers?: NumberIndex;
}

/** Options that every command on tracking takes. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** No Gregorian year is later; years beyond are of the Buddhist era, 543 ahead. */
const LAST_YEAR = 2400;

/** The day that figures are given for: `--as-of`, else today in Thailand. */
export const readAsOf = (given: string | undefined, io: Pick<CommandIo, 'today'>): IsoDate => {
  if (given === undefined) return io.today;
  if (!isFullDate(given)) {
    throw new UsageError(`--as-of ${given}: not a day; write it as YYYY-MM-DD, Gregorian.`);
  }
  const year = Number(given.slice(0, 4));
  if (year > LAST_YEAR) {
    throw new UsageError(
      `--as-of ${given}: a Buddhist-era year; days are Gregorian here: ${year - BUDDHIST_ERA_OFFSET}${given.slice(4)}.`,
    );
  }
  return given;
};

/** One ledger, folded as known on the day that is asked for; its faults are thrown. */
export const openLedger = ({ fold, asOf }: TrackContext, record: CircularRecord): FoldedLedger => {
  const found = fold(jobOf(record), asOf);
  if (found.problems.length > 0 || !('folded' in found)) throw new ProblemError(found.problems);
  return found;
};

/** Reads registry, routes and circulars of the project. */
export const openContext = async (
  io: Pick<CommandIo, 'cwd' | 'today'>,
  values: { readonly json?: boolean | undefined; readonly 'as-of'?: string | undefined },
): Promise<TrackContext> => {
  const asOf = readAsOf(values['as-of'], io);
  const [registry, rules, records, codes] = await Promise.all([
    readRegistry(io.cwd),
    readRouteRules(io.cwd),
    readCircularRecords(io.cwd),
    loadRegisterRows(io.cwd, SHORT_CODES),
  ]);
  const routes = routeCache(registry, rules);
  const days = new Map<string, Registry>();
  const nameOf = (id: string): string => {
    const office = registry.byId.get(id);
    return office ? fullOfficeName(registry, office) : id;
  };
  return {
    root: io.cwd,
    asOf,
    json: values.json ?? false,
    registry,
    rules,
    records,
    codes: new Map(codes.map(({ circular, code }) => [circular, code])),
    routeOf: (record) => {
      const route = routes(jobOf(record));
      if (route) return route;
      throw new ProblemError([
        {
          file: `content/circulars/${record.id}/index.mdx`,
          field: 'letter.issuer',
          what: `no route begins at ${record.circular.letter.issuer}`,
          fix: 'Add the issuer to a file in content/registry/routes.',
        },
      ]);
    },
    fold: ledgerFolder(io.cwd, registry, rules),
    nameOf,
    nameOn: (id, day) => {
      const now = nameOf(id);
      // Of a day that is known to the month or year only nobody knows which name it was.
      if (day === null || !isFullDate(day)) return now;
      const registryThen = days.get(day) ?? registryOn(registry, day);
      days.set(day, registryThen);
      const office = registryThen.byId.get(id);
      return office ? fullOfficeName(registryThen, office) : now;
    },
  };
};

/** The circular that a person names: by permanent id, short code, or the number of its letter or of one that passed it on. */
export const findCircular = (
  { records, codes }: Pick<TrackContext, 'records' | 'codes'>,
  asked: string,
): CircularRecord =>
  circularNamed(
    records.map((record) => ({
      path: record.id,
      code: codes.get(record.id),
      title: record.circular.title,
      letters: [record.circular.letter, ...record.coveringLetters],
      record,
    })),
    asked,
  ).record;

/** The id of the office that a person names, by id or full name; the nearest are offered where there is none. */
export const requireOffice = (
  { registry }: Pick<TrackContext, 'registry'>,
  asked: string,
): string => {
  const found = officeNamed(registry, asked);
  if (found) return found.id;
  const nearby = nearestOffices(registry, asked).map(
    (one) => `${one.id} (${fullOfficeName(registry, one)})`,
  );
  throw new ProblemError([
    {
      file: null,
      field: asked,
      what: 'no office has that id, nor that full name',
      fix:
        nearby.length > 0
          ? `Give one of these: ${nearby.join(', ')}.`
          : 'Find it with npm run registry -- find TEXT.',
    },
  ]);
};

/** The id of the province that `--province` names, also by its two digits; null where it is not given. */
export const requireProvince = (
  context: Pick<TrackContext, 'registry'>,
  given: string | undefined,
): string | null => {
  if (given === undefined) return null;
  const id = requireOffice(context, given.replace(/^(?=\d\d$)/, 'p'));
  if (context.registry.byId.get(id)?.type === 'province') return id;
  throw new UsageError(`--province ${given}: that is not a province; give one such as p50.`);
};

/** Refuses words that a command does not take. */
export const noArguments = ([first]: readonly string[]): void => {
  if (first !== undefined) throw new UsageError(`"${first}" is not an option of this command.`);
};

/** Arguments of a command by `options`, with the common ones. */
export const readArgs = <Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) =>
  parseArgs({
    args: [...args],
    options: { ...COMMON_OPTIONS, ...options },
    allowPositionals: true,
  });
