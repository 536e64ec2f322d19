import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import { certain } from '#core/letter/fact.ts';
import type { Letter } from '#core/letter/letter.ts';
import type { Office, OfficeType } from '#core/office/office.ts';
import { namedOffice } from '#core/office/testing/made-up-office.ts';
import { MOVEMENT_COLUMNS } from '#core/tracking/movement.ts';
import type { LedgerJob } from '#store/ledger/summarize.ts';
import { seededRandom } from '../../lib/random.ts';

/** Offices of a made-up country with the sizes of the real chain of mid-2022. */
const SIZES = {
  provinces: 76,
  districts: 878,
  perProvince: [
    ['pao', 76],
    ['city', 30],
    ['town', 195],
    ['special', 1],
  ] as const,
  perDistrict: [
    ['subdistrict-municipality', 2247],
    ['sao', 5300],
  ] as const,
} as const;

const office = (id: string, type: OfficeType, province?: string, district?: string): Office =>
  namedOffice(id, type, `หน่วยงานตัวอย่าง ${id}`, province, district ? [district] : []);

/** The whole made-up country: the department, 76 provinces, 878 districts, 7,849 authorities. */
export const madeUpOffices = (): Office[] => {
  const provinces = Array.from({ length: SIZES.provinces }, (_, at) => `p${11 + at}`);
  const districts = Array.from({ length: SIZES.districts }, (_, at) => {
    const province = provinces[at % provinces.length] as string;
    return {
      id: `d${province.slice(1)}${String(Math.floor(at / 76) + 1).padStart(2, '0')}`,
      province,
    };
  });
  let serial = 100_000;
  const direct = SIZES.perProvince.flatMap(([type, count]) =>
    Array.from({ length: count }, (_, at) => office(`a${++serial}`, type, provinces[at % 76])),
  );
  const below = SIZES.perDistrict.flatMap(([type, count]) =>
    Array.from({ length: count }, (_, at) => {
      const { id, province } = districts[at % districts.length] as (typeof districts)[number];
      return office(`a${++serial}`, type, province, id);
    }),
  );
  return [
    office('dla', 'department'),
    ...provinces.map((id) => office(id, 'province')),
    ...districts.map(({ id, province }) => office(id, 'district', province)),
    ...direct,
    ...below,
  ];
};

/** Shares of offices for which each is on record, so that a full year comes to 35 million movements. */
const REPORTED = { province: 0.99, district: 0.985, passedOn: 0.985, authority: 0.955 };

const FIRST_DAY = dayNumber('2025-01-02');
const DATES = Array.from({ length: 600 }, (_, at) => dateOfDayNumber(FIRST_DAY + at));

/** Day on which the figures of the benchmark are counted: after every movement. */
export const BENCH_AS_OF = '2026-11-21';

/** The nth made-up circular as a job of the report. */
export const madeUpJob = (n: number): LedgerJob => ({
  file: `ledgers/${Math.floor(n / 500)}/${n}.csv`,
  issuer: 'dla',
  to: [{ group: 'provinces' }],
  day: DATES[n % 350] as string,
});

const numberOf = (n: number): string => `มท 0899.9/ว ${n + 1}`;

/** The letter of the nth made-up circular. */
export const madeUpLetter = (n: number): Letter => ({
  level: 'department',
  issuer: 'dla',
  number: certain(numberOf(n)),
  date: certain(DATES[n % 350] as string),
  subject: certain('หนังสือตัวอย่าง'),
  to: [{ text: 'ทุกจังหวัด', group: 'provinces' }],
  urgency: certain('normal'),
  secrecy: 'normal',
  references: [],
});

/** The ledger of the nth made-up circular, and how many movements it holds; the same every time. */
export const madeUpLedger = (
  n: number,
  offices: readonly Office[],
): { text: string; rows: number } => {
  const { next: random } = seededRandom(n + 1);
  const lines: string[] = [MOVEMENT_COLUMNS.join(',')];
  const arrived = new Map<string, number>();
  const sentOn = new Map<string, number>();
  const sent = (id: string, day: number, number: string, to: string): void => {
    lines.push(`${lines.length},sent,${id},${DATES[day]},,${number},,${to},,,register:ตัวอย่าง,,`);
    sentOn.set(id, day);
  };
  const received = (id: string, day: number): void => {
    lines.push(
      `${lines.length},received,${id},${DATES[day]},09:${10 + Math.floor(random() * 50)},${n * 4 + 1 + Math.floor(random() * 4)},,,,,register:ตัวอย่าง,,`,
    );
    arrived.set(id, day);
  };
  const after = (day: number, most: number): number =>
    day + 1 + Math.floor(random() * random() * most);
  sent('dla', n % 350, numberOf(n), 'provinces');
  for (const { id, level, parent, type } of offices) {
    if (level === 'department') continue;
    const from = level === 'province' ? 'dla' : (parent as string);
    const since = sentOn.get(from);
    const share =
      level === 'authority'
        ? REPORTED.authority
        : level === 'district'
          ? REPORTED.district
          : REPORTED.province;
    if (since === undefined || random() > share) continue;
    const day = after(since, 25);
    received(id, day);
    if (type === 'province' || (type === 'district' && random() < REPORTED.passedOn)) {
      const to =
        type === 'province' ? 'districts;paos;cities;towns' : 'subdistrict-municipalities;saos';
      const passed = after(day, 12);
      sent(id, passed, `ตย ${id.slice(1)}/ว ${n + 1}`, to);
    }
  }
  return { text: `${lines.join('\n')}\n`, rows: lines.length - 1 };
};

/** Writes the ledgers of N circulars under a folder; returns the number of movements and bytes. */
export const writeLedgers = (
  folder: string,
  circulars: number,
  offices: readonly Office[],
): { movements: number; bytes: number } => {
  let [movements, bytes] = [0, 0];
  for (let n = 0; n < circulars; n++) {
    const { text, rows } = madeUpLedger(n, offices);
    const path = join(folder, madeUpJob(n).file);
    if (n % 500 === 0) mkdirSync(dirname(path), { recursive: true });
    const content = Buffer.from(text);
    writeFileSync(path, content);
    movements += rows;
    bytes += content.length;
  }
  return { movements, bytes };
};
