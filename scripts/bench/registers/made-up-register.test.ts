import { expect, it } from 'vitest';
import { readTable } from '#store/csv/table.ts';
import { missedGoals } from './goals.ts';
import { madeUpRegister } from './made-up-register.ts';
import type { RegistersMeasured } from './measure.ts';

const letters = Array.from({ length: 5 }, (_, n) => ({
  number: `มท 0899.9/ว ${n + 1}`,
  date: `2025-01-0${n + 1}`,
  subject: `เรื่องที่ ${n + 1}`,
  from: 'กรมตัวอย่าง',
}));
const COLUMNS = ['เลขทะเบียนรับ', 'วันที่รับ', 'เวลา', 'ที่', 'ลงวันที่', 'จาก', 'เรื่อง'] as const;

it('has each known letter once among others, numbered in order of receipt, the same for a seed', () => {
  const csv = madeUpRegister(letters, { rows: 40, known: 4 }, 3);
  const rows = readTable(csv, 'r.csv', COLUMNS).map(({ cells }) => cells);
  expect(rows.map((row) => row.เลขทะเบียนรับ)).toEqual(rows.map((_, at) => String(at + 1)));
  const known = rows.filter(({ จาก: from }) => from === 'กรมตัวอย่าง').map(({ ที่: number }) => number);
  expect(known.toSorted()).toEqual(letters.slice(0, 4).map(({ number }) => number));
  expect(rows).toHaveLength(40);
  expect(madeUpRegister(letters, { rows: 40, known: 4 }, 3)).toBe(csv);
  expect(madeUpRegister(letters, { rows: 40, known: 4 }, 4)).not.toBe(csv);
});

it('says which goals of registers were missed', () => {
  const kept: RegistersMeasured = {
    registers: 76,
    sentWithin: 55,
    doneWithin: 120,
    wanted: 100,
    recorded: 100,
    doubled: 0,
    changes: 100,
    audited: 100,
    pages: { requests: 10, median: 20, p95: 100, worst: 300 },
    errors: {},
    peakMiB: 300,
    cpuSeconds: 100,
  };
  expect(missedGoals(kept)).toEqual([]);
  const missed = { ...kept, doneWithin: 181, recorded: 99, doubled: 1, audited: 98, peakMiB: 500 };
  expect(missedGoals({ ...missed, errors: { 'status 500': 2 } })).toEqual([
    'it took 181 s, not 180',
    '99 movements of 100 are in the ledgers',
    '1 movements are there twice',
    '100 changes and 98 audit rows, not 100',
    'it held 500 MiB, not 476',
    'status 500, 2 times',
  ]);
});
