import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { todayInThailand } from '#store/clock.ts';
import { changesOf } from '#store/desk/content-changes.ts';
import { auditOf } from '#store/desk/members.ts';
import { tidyUploads } from '#store/desk/register-uploads.ts';
import { makeXlsx } from '#store/register/testing/workbooks.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { importRegister } from '../../scripts/track/import.ts';
import { FULL, ledgerOf, madeUpFiles, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { csvOf, HEADING, ROWS } from '../../scripts/track/testing/made-up-register.ts';
import { onBothDatabases } from './databases.ts';
import { useMovementDesk } from './movement-desk.ts';
import type { Answer, Visitor } from './running-desk.ts';

const SECRET = [
  '126',
  '9/3/2568',
  '',
  'มท 0899.9/99',
  '3 มี.ค. 68',
  'กรมปริศนา',
  'ข้อเท็จจริงที่ปิดไว้ [ลับ]',
];
const CSV = csvOf([...ROWS, SECRET]);
const XLSX = makeXlsx([
  { name: 'มี.ค.', rows: [HEADING, ROWS[3] as string[], ROWS[4] as string[]] },
  { name: 'ปก', rows: [['ทะเบียนหนังสือรับ']] },
]);

/** The ledger and the file of what is left, after the command took the register over in a project of its own. */
const byCommand = async (name: string, bytes: string | Uint8Array, ...args: string[]) => {
  const root = mkdtempSync(join(tmpdir(), 'wian-track-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...madeUpFiles(), [name]: bytes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const world = { cwd: root, today: todayInThailand() };
  const { code } = await recordedRun(importRegister, [name, '--office', 'p89', ...args], world);
  const rest = join(root, `${name}.rest.csv`);
  return {
    code,
    ledger: readFileSync(join(root, ledgerOf(FULL)), 'utf8'),
    rest: existsSync(rest) ? readFileSync(rest, 'utf8') : '',
  };
};

const sendFile = async (
  visitor: Visitor,
  name: string,
  bytes: string | Uint8Array<ArrayBuffer>,
  office = 'p89',
) => {
  const form = new FormData();
  form.set('office', office);
  form.set('kind', '');
  form.set('file', new File([bytes], name));
  const { status, location, text } = await visitor.send('/desk/registers/', form);
  return { status, text, at: location ?? '' };
};

/** The page of a register once it was read or taken over. */
const read = async (visitor: Visitor, at: string): Promise<Answer> => {
  for (;;) {
    const answer = await visitor.get(at);
    if (!answer.text.includes('กำลังอ่านทะเบียน')) return answer;
  }
};

await onBothDatabases('registers at the desk', (source) => {
  const started = useMovementDesk(source, [FULL, SILENT]);

  it.each([
    ['a CSV', 'r.csv', CSV, '5'],
    ['a workbook', 'ทะเบียน ๒๕๖๘.xlsx', new Uint8Array(XLSX), 'มี.ค.!3'],
  ])(
    '%s is taken over as by the command: ledgers and what is left are the same bytes',
    async (_, name, bytes, doubtful) => {
      const desk = started();
      const { visitor } = await desk.as('officer p89');
      const before = desk.ledger(FULL);
      const { at } = await sendFile(visitor, name, bytes);
      const shown = await read(visitor, at);
      expect(shown.status).toBe(200);
      expect(shown.text).toContain('จะบันทึก 1 รายการ ยังไม่ได้บันทึก');
      expect(shown.text).toContain('ทะเบียนลงวันที่หนังสือ 4 มี.ค. 2568 แต่หนังสือเวียนเป็น 3 มี.ค. 2568');
      expect(shown.text).toContain(`value="${doubtful}"`);
      expect(shown.text).not.toContain('กรมปริศนา');
      const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(shown.text) ?? [];
      expect(main.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
      expect(desk.ledger(FULL)).toBe(before);
      const plain = await byCommand(name, bytes);
      expect((await visitor.post(at, { do: 'apply' })).status).toBe(303);
      const after = await read(visitor, at);
      expect(after.text).toContain('บันทึกแล้ว 1 รายการ');
      expect(desk.ledger(FULL)).toBe(plain.ledger);
      expect((await visitor.get(`${at}rest/`)).text).toBe(plain.rest);
      // The same register again, by whatever name, adds nothing.
      const again = await sendFile(visitor, name, bytes);
      expect((await read(visitor, again.at)).text).toContain('จะบันทึก 0 รายการ');
      await visitor.post(again.at, { do: 'apply' });
      expect(desk.ledger(FULL)).toBe(plain.ledger);
      const settled = await byCommand(name, bytes, '--take', doubtful);
      await visitor.post(at, { do: 'apply', take: doubtful });
      expect((await read(visitor, at)).text).toContain('บันทึกแล้ว 1 รายการ');
      expect(desk.ledger(FULL)).toBe(settled.ledger);
      const rest = await visitor.get(`${at}rest/`);
      expect(rest.status === 200 ? rest.text : '').toBe(settled.rest);
      expect((await visitor.post(at, { do: 'remove' })).text).toContain('ลบไฟล์แล้ว');
      expect((await read(visitor, at)).status).toBe(404);
      const { id } = await desk.as('officer p89');
      const actions = (await auditOf(desk.db, id)).map(({ action }) => action);
      expect(actions).toContain('register p89');
      expect(actions).toContain(`import-register p89 ${FULL} 9`);
      const change = (await changesOf(desk.db, FULL)).at(-1);
      await visitor.post(`/desk/movements/${FULL}/undo/`, {
        office: 'p89',
        change: String(change?.id),
      });
      expect(desk.ledger(FULL)).toContain(',corrected,p89,');
    },
    60_000,
  );

  it('is refused by its name where it holds nothing', async () => {
    const { visitor } = await started().as('officer p89');
    const empty = await sendFile(visitor, 'ว่าง.csv', '');
    expect([empty.status, empty.text.includes('ว่าง.csv: ไฟล์นี้ว่าง')]).toEqual([422, true]);
    const none = await sendFile(visitor, '', '');
    expect([none.status, none.text.includes('โปรดเลือกไฟล์ทะเบียน')]).toEqual([422, true]);
    const to = '/desk/registers/upload/?office=p89&kind=received&name=r.csv';
    const bare = await visitor.sendBytes(to, new Uint8Array());
    expect([bare.status, JSON.parse(bare.text).text.includes('ไฟล์นี้ว่าง')]).toEqual([422, true]);
  });

  it('comes by a script as it is, and is measured on its way', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer p89');
    const to = '/desk/registers/upload/?office=p89&kind=received&name=r.csv';
    const sent = await visitor.sendBytes(to, new TextEncoder().encode(CSV));
    const { to: at } = JSON.parse(sent.text) as { to: string };
    expect((await read(visitor, at)).text).toContain('จะบันทึก 1 รายการ');
    const folder = join(desk.settings.data, 'registers');
    const before = readdirSync(folder).length;
    const large = await visitor.sendBytes(to, new Uint8Array(101 * 1024 * 1024));
    expect([large.status, JSON.parse(large.text).text]).toEqual([
      413,
      'ไฟล์ใหญ่เกินไป โปรดแบ่งทะเบียนเป็นหลายไฟล์',
    ]);
    expect(readdirSync(folder)).toHaveLength(before);
    const other = await visitor.sendBytes(to.replace('p89', 'p88'), new Uint8Array(1));
    expect([other.status, other.text.includes('ท่านเป็นเจ้าหน้าที่ของจังหวัดทดลอง')]).toEqual([403, true]);
  }, 60_000);

  it('is refused with the reason, and is for who sent it alone', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer p89');
    const other = (await desk.as('officer p88')).visitor;
    const before = desk.ledger(FULL);
    const none = await sendFile(visitor, 'r.csv', 'a,b\n1,2\n');
    const said = await read(visitor, none.at);
    expect(said.status).toBe(422);
    expect(said.text).toContain('ไม่มีแถวใดเป็นหัวตารางของทะเบียน');
    expect((await sendFile(visitor, 'โทร 080-000-0000.csv', CSV)).status).toBe(422);
    expect((await sendFile(visitor, 'r.csv', '')).status).toBe(422);
    expect((await sendFile(visitor, 'r.csv', CSV, 'p88')).status).toBe(403);
    expect((await (await desk.as('member')).visitor.get('/desk/registers/')).status).toBe(403);
    const { at } = await sendFile(visitor, '../../r.csv', CSV);
    for (const path of [at, `${at}rest/`]) expect((await other.get(path)).status).toBe(404);
    expect((await other.post(at, { do: 'apply' })).status).toBe(404);
    const wrong = await visitor.post(at, { do: 'apply', take: '6' });
    expect(wrong.status).toBe(303);
    expect((await read(visitor, at)).status).toBe(422);
    expect(desk.ledger(FULL)).toBe(before);
    mkdirSync(join(desk.settings.data, 'registers/00000000-0000-0000-0000-000000000000'));
    tidyUploads(desk.settings.data, new Date(Date.now() + 6 * 86_400_000));
    expect(readdirSync(join(desk.settings.data, 'registers')).length).toBeGreaterThan(1);
    tidyUploads(desk.settings.data, new Date(Date.now() + 8 * 86_400_000));
    expect(readdirSync(join(desk.settings.data, 'registers'))).toEqual([]);
  }, 60_000);
});
