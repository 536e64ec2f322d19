import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { EXIT } from '../lib/command.ts';
import { useMadeProject } from './testing/made-project.ts';

const { run, put, page } = useMadeProject();

const letterWith = (time: string): string =>
  [
    'ศาลากลางจังหวัดเชียงใหม่',
    'เลขรับ ๓๒๑',
    'วันที่ ๒๕ มิ.ย. ๒๕๖๘',
    time,
    'ที่ มท ๐๘๙๙.๙/ว ๑๒๓๔ กรมส่งเสริมการปกครองท้องถิ่น',
    '๒๐ มิถุนายน ๒๕๖๘',
    'เรื่อง ขอให้ตรวจสอบข้อมูลแหล่งน้ำ',
    'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
    'ขอให้จังหวัดตรวจสอบข้อมูลแหล่งน้ำ',
    'จึงเรียนมาเพื่อโปรดพิจารณา',
    'ขอแสดงความนับถือ',
    '(นายตัวอย่าง สมมติ)',
    'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น',
  ].join('\n');

it.each([
  ['เวลา ๐๙.๓๐ น.', '09:30', ''],
  ['เวลา ๒๕.๗๐ น.', '', 'time'],
  ['เวลา ๙ น.', '', 'time'],
])(
  'marks a time of receipt that cannot be told in the ledger: %s',
  async (printed, time, doubt) => {
    await put('a.txt', letterWith(printed));
    expect((await run(['a.txt'])).code).toBe(EXIT.ok);
    const { path } = await page();
    const rows = await readFile(path.replace('index.mdx', 'movements.csv'), 'utf8');
    const received = rows.split('\n').find((row) => row.includes(',received,')) ?? '';
    const [, , office, date, at, number, , , read = '', doubted] = received.split(',');
    expect([office, date, at, number, doubted]).toEqual(['p50', '2025-06-25', time, '321', doubt]);
    expect(read !== '').toBe(doubt !== '');
  },
);
