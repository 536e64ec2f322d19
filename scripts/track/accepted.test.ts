import { expect, it } from 'vitest';
import { checkProject } from '../lib/check-project.ts';
import { seededRandom } from '../lib/random.ts';
import { importRegister } from './import.ts';
import { record } from './record.ts';
import { csvOf, ROWS } from './testing/made-up-register.ts';
import { FULL, ledgerOf, SILENT, useWorld } from './testing/made-up-world.ts';
import { verify } from './verify.ts';

const world = useWorld();

/** What the check has against the ledgers of the world. */
const againstLedgers = async (): Promise<string[]> => {
  const { problems } = await checkProject(world().root, '2025-05-01');
  return problems.flatMap(({ file, line, field, what }) =>
    file?.endsWith('movements.csv') ? [`${file}:${line} ${field}: ${what}`] : [],
  );
};

it.each([
  ['source', 'regster', 'the chain has no letter with the key "regster"'],
  ['source', 'p99', 'the chain has no letter with the key "p99"'],
  ['source', 'register:080-000-0000', 'it holds a mobile number'],
  ['source', 'register:\u202eลับ', 'it says that a letter is secret'],
  ['source', 'register:\u202e1', 'the character U+202E is here'],
  ['note', 'ก\u0007ข', 'the character U+0007 is here'],
])('record refuses --%s %j, as the check does', async (name, value, said) => {
  const before = world().read(ledgerOf(FULL));
  const given = {
    kind: 'received',
    office: 'd8802',
    date: '2025-03-11',
    number: '55',
    source: 'letter',
  };
  const args = Object.entries({ ...given, [name]: value }).flatMap(([key, text]) => [
    `--${key}`,
    text,
  ]);
  const { code, err } = await world().run(record, FULL, ...args);
  expect([code, err]).toEqual([1, expect.stringContaining(said)]);
  expect(err).toContain(`--${name}`);
  expect(world().read(ledgerOf(FULL))).toBe(before);
});

it('verify finds a source that no letter of the chain has, in plain rows and in doubtful ones', async () => {
  const before = world().read(ledgerOf(FULL));
  const rows = [
    '9,received,d8802,2025-03-11,,55,,,,,regster,,',
    '10,received,p89,2025-03-11,,56,,,,number,regster,,',
  ];
  world().write(ledgerOf(FULL), `${before}${rows.join('\n')}\n`);
  const { code, err } = await world().run(verify);
  expect(code).toBe(1);
  expect(err.match(/the chain has no letter with the key "regster"/g)).toHaveLength(2);
  expect(await againstLedgers()).toHaveLength(2);
});

it('whatever record and import accept, check and verify accept', async () => {
  const random = seededRandom(41);
  const some = {
    kind: ['sent', 'received', 'received', 'acknowledged', 'done', 'corrected'],
    office: ['dla', 'p88', 'p89', 'd8801', 'd8802', 'd8901', 'a880151', 'a890151', 'a8899'],
    date: ['2025-02-28', '2025-03-03', '2025-03-10', '2025-04-22', '2025-04-30', '2025-05-02', ''],
    number: ['55', 'ตย 0023.9/ว 21', 'มท 0899.9/ว 11', '080-000-0000', 'ลับ 1', '', 'N'],
    source: ['letter', 'slip', 'register:x', 'one', 'regster', 'register:080-000-0000'],
    to: ['', '', '', '', 'districts', 'provinces', 'p88', 'a880151;d8801', 'd9999'],
    doubt: ['', '', '', 'date', 'date:cited', 'date:cited number', 'office'],
    read: ['', '', 'เลขรับ ๕'],
    desk: ['', '', 'กลุ่มงาน', 'โทร 081', '2345678'],
    note: ['', '', '', '', 'ก\u202eข', 'ลับ'],
    corrects: ['', '', '', '1', '2', '40'],
  };
  let accepted = 0;
  for (let turn = 0; turn < 400; turn++) {
    const args = Object.entries(some).flatMap(([name, values]) => {
      const value = random.pick(values);
      const isLeftOut = value === '' || (name === 'corrects' && random.chance(0.7));
      return isLeftOut ? [] : [`--${name}`, value === 'N' ? String(600 + turn) : value];
    });
    const { code } = await world().run(record, random.pick([FULL, SILENT]), ...args);
    if (code === 0) accepted++;
  }
  expect(accepted).toBeGreaterThan(12);
  world().write('r.csv', csvOf([...ROWS, ...ROWS.slice(2)]));
  await world().run(importRegister, 'r.csv', '--office', 'p89');
  expect(await againstLedgers()).toEqual([]);
  expect(await world().run(verify)).toMatchObject({ code: 0 });
}, 60_000);
