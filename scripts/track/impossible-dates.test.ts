import { describe, expect, it } from 'vitest';
import { check } from '../check/command.ts';
import { importRegister } from './import.ts';
import { record } from './record.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';
import { verify } from './verify.ts';

// The department wrote on 2025-03-03, the province p88 on 2025-03-07, its district d8801 on 2025-03-12; today is
// 2025-05-01.
const world = useWorld();
const LEDGER = ledgerOf(FULL);
const HEADING = 'เลขทะเบียนรับ,วันที่รับ,เวลา,ที่,ลงวันที่,จาก,เรื่อง\n';
const NUMBER = 'มท ๐๘๙๙.๙/ว ๑๑';

const SENT_LATER = 'received before it was sent';
const CASES = [
  ['a province before the letter', 'p89', '1/3/2568', '2025-03-01', SENT_LATER],
  ['a district before the letter', 'd8802', '1/3/2568', '2025-03-01', SENT_LATER],
  ['a district before the province wrote', 'd8802', '5/3/2568', '2025-03-05', SENT_LATER],
  ['an office named in the letter before it', 'a880050', '6/3/2568', '2025-03-06', SENT_LATER],
  ['an authority before its district wrote', 'a880152', '11/3/2568', '2025-03-11', SENT_LATER],
  ['a district after the day of recording', 'd8802', '2/5/2568', '2025-05-02', 'has not come yet'],
] as const;

describe.each(CASES)('a receipt by %s', (_, office, thaiDay, day, said) => {
  it.each([thaiDay, day])('is refused by record (%s)', async (given) => {
    const before = world().read(LEDGER);
    const { code, err } = await world().run(
      record,
      ...[FULL, '--kind', 'received', '--office', office, '--date', given],
      ...['--number', '9', '--source', `register:${office}`],
    );
    expect(code).toBe(1);
    expect(err).toContain(said);
    expect(err).toContain(day);
    expect(world().read(LEDGER)).toBe(before);
  });

  it('is kept out by import, with the line and the reason', async () => {
    world().write('r.csv', `${HEADING}9,${thaiDay},,${NUMBER},3 มีนาคม 2568,,เรื่อง\n`);
    const before = world().read(LEDGER);
    const { code, out } = await world().run(importRegister, 'r.csv', '--office', office);
    expect(code).toBe(0);
    expect(out).toContain(`doubtful  line 2 -> ${FULL}: `);
    expect(world().read(LEDGER)).toBe(before);
    expect(world().read('r.csv.rest.csv')).toContain('2,doubtful,');
  });

  it('is reported by verify and by check, at its row', async () => {
    const rows = world().read(LEDGER);
    const line = rows.trimEnd().split('\n').length + 1;
    world().write(LEDGER, `${rows}${line - 1},received,${office},${day},,9,,,,,register:x,,\n`);
    for (const command of [verify, check]) {
      const { code, out, err } = await world().run(command);
      expect(code).toBe(1);
      const lines = `${out}\n${err}`.split('\n').filter((one) => one.includes(LEDGER));
      expect(lines.join('\n')).toContain(`${LEDGER}:${line}`);
      expect(lines.filter((one) => one.includes(said) && one.includes(day))).toHaveLength(1);
    }
  });
});
