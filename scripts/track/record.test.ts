import { describe, expect, it } from 'vitest';
import { record } from './record.ts';
import { FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';

const world = useWorld();
const run = (...args: string[]) => world().run(record, ...args);
const options = (changes: Record<string, string | undefined> = {}): string[] =>
  Object.entries({
    kind: 'received',
    office: 'd8802',
    date: '2025-03-11',
    number: '55',
    source: 'register:d8802',
    ...changes,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));

describe('track record', () => {
  it('adds one row at the end and changes nothing before it', async () => {
    const before = world().read(ledgerOf(FULL));
    const { code, out } = await run(FULL, ...options());
    expect(code).toBe(0);
    const row = '9,received,d8802,2025-03-11,,55,,,,,register:d8802,,';
    expect(out).toBe(`${row}\nadded to ${ledgerOf(FULL)}`);
    expect(world().read(ledgerOf(FULL))).toBe(`${before}${row}\n`);
  });

  it('begins a ledger where there is none', async () => {
    await run(SILENT, ...options({ office: 'p88' }));
    expect(world().read(ledgerOf(SILENT)).split('\n')).toHaveLength(3);
  });

  it('writes nothing with --dry-run, and shows the row', async () => {
    const before = world().read(ledgerOf(FULL));
    const { code, out } = await run(FULL, ...options(), '--dry-run');
    expect([code, out]).toEqual([
      0,
      `9,received,d8802,2025-03-11,,55,,,,,register:d8802,,\nwould be added to ${ledgerOf(FULL)}; nothing was written`,
    ]);
    expect(world().read(ledgerOf(FULL))).toBe(before);
    await run(SILENT, ...options({ office: 'p88' }), '--dry-run');
    expect(world().has(ledgerOf(SILENT))).toBe(false);
  });

  it.each([
    ['note', 'เรื่องที่ปิดไว้ [ลับ]'],
    ['desk', 'กลุ่มงานปิดไว้ (ลับ)'],
    ['read', 'ลับมาก 77'],
    ['number', 'ลับ 12'],
  ])('refuses a --%s that is marked as secret, without its words', async (name, text) => {
    const before = world().read(ledgerOf(FULL));
    const { code, out, err } = await run(FULL, ...options({ [name]: text }));
    expect(code).toBe(1);
    expect(err).toContain(`--${name}: it says that a letter is secret, or may be`);
    expect(out + err).not.toContain(text);
    expect(world().read(ledgerOf(FULL))).toBe(before);
  });

  it.each([
    [
      'the number of another letter',
      { number: '101', office: 'p88' },
      'used the number 101 already',
    ],
    ['a mobile number', { note: 'โทร. 080-000-0000' }, 'it holds a mobile number'],
  ])('refuses %s, and writes nothing', async (_, changes, said) => {
    const { code, out, err } = await run(
      SILENT,
      ...options({ desk: 'ศาลากลาง', source: 'register:p88', office: 'p88', ...changes }),
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
    expect(err).not.toContain('080-000-0000');
    expect(world().has(ledgerOf(SILENT))).toBe(false);
  });

  it('lets another desk, another year and a number in doubt use it', async () => {
    const once = { number: '101', office: 'p88', source: 'register:p88' };
    for (const changes of [
      { desk: 'กลุ่มงานอื่น' },
      { desk: 'ศาลากลาง', date: '2024-05-03' },
      { desk: 'ศาลากลาง', doubt: 'number', read: '๑๐๑ หรือ ๑๐๗' },
    ]) {
      const { err } = await run(SILENT, ...options({ ...once, ...changes }));
      expect(err).toBe('');
    }
  });

  it('passes over a ledger of another letter that cannot be read', async () => {
    world().write(ledgerOf(FULL), '55,not a ledger\n');
    expect((await run(SILENT, ...options({ office: 'p88', source: 'register:p88' }))).code).toBe(0);
  });

  it('takes a letter number in any spelling, and gives the same as data', async () => {
    const sent = { kind: 'sent', number: 'ตย๐๐๒๓.๙๒/ว.๑๗', to: 'saos', date: '2025-03-13' };
    const { out } = await run(FULL, ...options(sent), '--json');
    expect(JSON.parse(out)).toEqual({
      ledger: ledgerOf(FULL),
      written: true,
      movement: {
        no: 9,
        kind: 'sent',
        office: 'd8802',
        date: '2025-03-13',
        number: 'ตย 0023.92/ว 17',
        to: ['saos'],
        doubt: {},
        source: 'register:d8802',
      },
    });
  });

  it('records a correction, which stands in for what it corrects', async () => {
    const correction = { kind: 'corrected', office: 'd8801', number: '302', corrects: '5' };
    expect((await run(FULL, ...options(correction))).code).toBe(0);
  });

  it.each(['2568-03-11', '11/3/2568', '๑๑ มี.ค. ๖๘', '11 มีนาคม พ.ศ. 2568'])(
    'takes the date as %s',
    async (date) => {
      const { out } = await run(FULL, ...options({ date, time: '๐๙.๓๐ น.' }), '--dry-run');
      expect(out).toContain('9,received,d8802,2025-03-11,09:30,55,');
    },
  );

  it('takes an office by its full name', async () => {
    const { out } = await run(FULL, ...options({ office: 'อำเภอสอง จังหวัดตัวอย่าง' }));
    expect(out).toContain('9,received,d8802,');
  });

  it.each<[what: string, circular: string, changes: Record<string, string | undefined>]>([
    ['no kind', FULL, { kind: undefined }],
    ['an unknown kind', FULL, { kind: 'posted' }],
    ['an unknown circular', '2568/dla-0899-9-w12-0303', {}],
    ['an unknown office', FULL, { office: 'd8803' }],
    ['an office named alone', FULL, { office: 'สอง' }],
    ['an unknown addressee', FULL, { kind: 'sent', number: 'ตย 0023.92/1', to: 'a880252' }],
    ['a group that is none', FULL, { kind: 'sent', number: 'ตย 0023.92/1', to: 'everyone' }],
    ['a sent letter without a letter number', FULL, { kind: 'sent', number: '17', to: 'saos' }],
    ['an impossible date', FULL, { date: '2025-02-30' }],
    ['a receipt before the letter was issued', SILENT, { office: 'p88', date: '2024-03-01' }],
    ['a date that cannot be read', FULL, { date: '11 สองเดือน 2568' }],
    ['a date after --as-of', FULL, { date: '2025-05-02' }],
    ['an impossible time', FULL, { time: '25:00' }],
    ['a receipt before it was sent', FULL, { date: '2025-03-01' }],
    [
      'what is recorded already',
      FULL,
      {
        office: 'a880151',
        date: '2025-03-14',
        time: '10:00',
        number: '401',
        source: 'register:a880151',
      },
    ],
    ['a correction of a row that is not there', FULL, { kind: 'corrected', corrects: '12' }],
    [
      'a correction of a letter without its addressees',
      FULL,
      { kind: 'corrected', office: 'p88', number: 'ตย 0023.9/ว 22', corrects: '4' },
    ],
    ['a doubt that is none', FULL, { doubt: 'date:maybe' }],
  ])('refuses %s and writes nothing', async (_, circular, changes) => {
    const before = world().read(ledgerOf(FULL));
    const { code, out, err } = await run(circular, ...options(changes));
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(out).toBe('');
    expect(world().read(ledgerOf(FULL))).toBe(before);
  });

  it('does not touch a ledger that cannot be read', async () => {
    const file = ledgerOf(FULL);
    const broken = `${world().read(file)}9,received,d8802\n`;
    world().write(file, broken);
    const { code, err } = await run(FULL, ...options());
    expect(`exit code ${code}\n${err}`).toMatchSnapshot();
    expect(world().read(file)).toBe(broken);
  });
});
