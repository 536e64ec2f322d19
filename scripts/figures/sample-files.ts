import { formatBaht } from '#core/figures/amount.ts';
import { CATEGORY_BY_CODE } from '#core/figures/classification.ts';
import { SAMPLE_SOURCE } from '#core/figures/figures.ts';
import {
  addMonths,
  fiscalYearOfMonth,
  type IsoMonth,
  monthsBetween,
} from '#core/figures/fiscal-year.ts';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import { type AuthorityType, levelOfType, type Office } from '#core/office/office.ts';
import type { Registry } from '#core/office/registry.ts';
import { FINANCE_COLUMNS, POPULATION_COLUMNS, TRANSFER_COLUMNS } from '#schema/figures.ts';
import { csvLine } from '#store/csv/table.ts';
import { FINANCE, GRANTS, SAMPLE_PREFIX } from '#store/figures/figure-files.ts';
import { monthAmounts, peopleOf, randomFor, yearlyBaht } from './sample-amounts.ts';

/** One and a half fiscal years. */
export const SAMPLE_MONTHS = 18;

/** Files by path, each a whole CSV. */
export type PlannedFiles = ReadonlyMap<string, string>;

interface Authority extends Office {
  readonly type: AuthorityType;
}

const authoritiesOf = (registry: Registry): Authority[] =>
  registry.offices.filter(
    (office): office is Authority =>
      levelOfType(office.type) === 'authority' && office.until === undefined,
  );

const csvOf = (columns: readonly string[], lines: readonly string[]): string =>
  `${[csvLine(columns), ...lines].join('\n')}\n`;

/** Adds lines to the file of a path, in the order in which they come. */
const gather = () => {
  const files = new Map<string, string[]>();
  return {
    add: (path: string, line: string): void => {
      const lines = files.get(path);
      if (lines) lines.push(line);
      else files.set(path, [line]);
    },
    texts: (columns: readonly string[]): [string, string][] =>
      [...files].map(([path, lines]) => [path, csvOf(columns, lines)]),
  };
};

/** How many of the last months an office has not reported yet: mostly none, for a few several, for very few all. */
const lagOf = (office: string): number => {
  const random = randomFor(office, 'lag');
  const share = random.next();
  if (share < 0.72) return 0;
  if (share < 0.9) return 1;
  return share < 0.98 ? random.int(2, 5) : SAMPLE_MONTHS;
};

const lastDayOf = (month: IsoMonth): number => dayNumber(`${addMonths(month, 1)}-01`) - 1;

const financeFiles = (
  authorities: readonly Authority[],
  months: readonly IsoMonth[],
): [string, string][] => {
  const files = gather();
  for (const { id, type, province } of authorities) {
    const reported = months.slice(0, months.length - lagOf(id));
    for (const month of reported) {
      const random = randomFor(id, month, 'report');
      if (random.chance(0.03)) continue;
      const asOf = dateOfDayNumber(lastDayOf(month) + random.int(3, 20));
      const path = `${FINANCE}/${fiscalYearOfMonth(month)}/${SAMPLE_PREFIX}${province}.csv`;
      for (const [category, amount] of monthAmounts(id, type, month)) {
        const side = CATEGORY_BY_CODE.get(category)?.side as string;
        files.add(
          path,
          csvLine([id, month, side, category, formatBaht(amount), SAMPLE_SOURCE, asOf]),
        );
      }
    }
  }
  return files.texts(FINANCE_COLUMNS);
};

interface SampleGrant {
  readonly name: string;
  readonly types: readonly AuthorityType[];
  /** Share of the yearly revenue of an office that it brings each quarter. */
  readonly share: number;
  /** How many of the offices get it. */
  readonly often: number;
}

const BELOW_PAO: readonly AuthorityType[] = [
  'city',
  'town',
  'special',
  'subdistrict-municipality',
  'sao',
];

const SAMPLE_GRANTS: readonly SampleGrant[] = [
  {
    name: 'เงินอุดหนุนทั่วไป ตามอำนาจหน้าที่และภารกิจถ่ายโอน',
    types: ['pao', ...BELOW_PAO],
    share: 0.045,
    often: 1,
  },
  { name: 'เงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ', types: BELOW_PAO, share: 0.04, often: 1 },
  { name: 'เงินอุดหนุนทั่วไป เบี้ยความพิการ', types: BELOW_PAO, share: 0.01, often: 1 },
  {
    name: 'เงินอุดหนุนทั่วไป อาหารกลางวันโรงเรียน',
    types: ['pao', ...BELOW_PAO],
    share: 0.012,
    often: 0.7,
  },
  { name: 'เงินอุดหนุนทั่วไป อาหารเสริม (นม)', types: BELOW_PAO, share: 0.004, often: 0.9 },
];

/** A unit that no letter of the department has, so that a made-up number names no real letter. */
const SAMPLE_LETTER_UNIT = 'มท 0899.9';

const quarterOf = (month: IsoMonth): number =>
  Math.floor(((Number(month.slice(5)) + 2) % 12) / 3) + 1;

const grantFiles = (
  authorities: readonly Authority[],
  months: readonly IsoMonth[],
): [string, string][] => {
  const files = gather();
  const firstOfQuarter = months.filter((month) =>
    ['01', '04', '07', '10'].includes(month.slice(5)),
  );
  for (const month of firstOfQuarter) {
    for (const [no, grant] of SAMPLE_GRANTS.entries()) {
      const random = randomFor(grant.name, month);
      const date = dateOfDayNumber(dayNumber(`${month}-01`) + random.int(9, 26));
      const number = `${SAMPLE_LETTER_UNIT}/ว ${Number(month.slice(5)) * 40 + no * 3 + random.int(0, 2)}`;
      const [year, quarter] = [fiscalYearOfMonth(month), quarterOf(month)];
      for (const { id, type } of authorities) {
        const gets = grant.types.includes(type) && randomFor(grant.name, id).chance(grant.often);
        if (!gets) continue;
        const spread = 0.9 + randomFor(grant.name, id, month).next() / 5;
        const amount = BigInt(Math.round(yearlyBaht(id, type) * grant.share * spread)) * 100n;
        files.add(
          `${GRANTS}/${year}/${SAMPLE_PREFIX}transfers.csv`,
          csvLine([
            `ครั้งที่ ${quarter}`,
            grant.name,
            `ไตรมาสที่ ${quarter}`,
            id,
            formatBaht(amount),
            date,
            number,
            SAMPLE_SOURCE,
          ]),
        );
      }
    }
  }
  return files.texts(TRANSFER_COLUMNS);
};

const populationFile = (authorities: readonly Authority[], last: IsoMonth): [string, string] => {
  const asOf = `${Number(last.slice(0, 4)) - 1}-12-31`;
  const lines = authorities
    // Some stay unknown, as they will be.
    .filter(({ id }) => randomFor(id, 'counted').chance(0.92))
    .map(({ id, type }) => csvLine([id, String(peopleOf(id, type)), asOf, SAMPLE_SOURCE]));
  return [`${FINANCE}/${SAMPLE_PREFIX}population.csv`, csvOf(POPULATION_COLUMNS, lines)];
};

/**
 * Made-up figures of {@link SAMPLE_MONTHS} months up to and with `last`, for every authority of the registry. The same
 * registry and month give the same files; of an office they depend on its id and type alone.
 */
export const sampleFiles = (registry: Registry, last: IsoMonth): PlannedFiles => {
  const authorities = authoritiesOf(registry);
  const months = monthsBetween(addMonths(last, 1 - SAMPLE_MONTHS), last);
  return new Map([
    ...grantFiles(authorities, months),
    ...financeFiles(authorities, months),
    populationFile(authorities, last),
  ]);
};
