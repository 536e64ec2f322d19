import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { todayInThailand } from '#store/clock.ts';
import { changesOf } from '#store/desk/content-changes.ts';
import { auditOf } from '#store/desk/members.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { record } from '../../scripts/track/record.ts';
import { FULL, ledgerOf, madeUpFiles, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { onBothDatabases } from './databases.ts';
import { useMovementDesk } from './movement-desk.ts';

const AT = `/desk/movements/${FULL}/`;

/** The ledger after the command was run in a project of its own, null where it refused. */
const byCommand = async (circular: string, options: Record<string, string>) => {
  const root = mkdtempSync(join(tmpdir(), 'wian-track-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(madeUpFiles())) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const today = todayInThailand();
  const { code } = await recordedRun(record, [circular, ...args], { cwd: root, today });
  const path = join(root, ledgerOf(circular));
  return { code, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
};

const TOMORROW = todayInThailand(new Date(Date.now() + 86_400_000));

interface Case {
  readonly what: string;
  readonly options: Record<string, string>;
  readonly form: Record<string, string>;
  readonly part?: string;
  readonly circular?: string;
  /** What the page says where both refuse. */
  readonly refused?: string;
}

const OFFICE = 'd8802';
const SOURCE = { source: `register:${OFFICE}` };
const RECEIVED = { kind: 'received', office: OFFICE, date: '2025-03-11', number: '55' };
const SENT = { kind: 'sent', office: OFFICE, date: '2025-03-13', number: 'ตย๐๐๒๓.๙๒/ว.๑๗' };
const OWN = { office: 'd8801', source: 'register:d8801', kind: 'corrected' };

const CASES: readonly Case[] = [
  {
    what: 'a receipt, as registers write its day and time',
    options: { ...RECEIVED, ...SOURCE, date: '๑๑ มี.ค. ๖๘', time: '๐๙.๓๐ น.', desk: 'ธุรการ' },
    form: { ...RECEIVED, date: '๑๑ มี.ค. ๖๘', time: '๐๙.๓๐ น.', desk: 'ธุรการ', seen: '8' },
  },
  {
    what: 'a day that no month has',
    options: { ...RECEIVED, ...SOURCE, date: '31/6/69' },
    form: { ...RECEIVED, date: '31/6/69', seen: '8' },
    refused: 'เขียนแบบในทะเบียน เช่น 11/4/2568',
  },
  {
    what: 'a letter to groups',
    options: { ...SENT, ...SOURCE, to: 'saos', note: 'ส่งทางระบบ' },
    form: { ...SENT, 'to-saos': 'yes', note: 'ส่งทางระบบ', seen: '8' },
  },
  {
    what: 'a letter to an office by its full name',
    options: { ...SENT, ...SOURCE, to: 'องค์การบริหารส่วนตำบลสอง อำเภอสอง จังหวัดตัวอย่าง' },
    form: { ...SENT, to: 'องค์การบริหารส่วนตำบลสอง อำเภอสอง จังหวัดตัวอย่าง', seen: '8' },
  },
  {
    what: 'an acknowledgement',
    options: { kind: 'acknowledged', office: OFFICE, date: '20/3/2568', ...SOURCE },
    form: { kind: 'acknowledged', office: OFFICE, date: '20/3/2568', seen: '8' },
  },
  {
    what: 'that it is done',
    options: { kind: 'done', office: OFFICE, date: '2025-03-21', ...SOURCE },
    form: { kind: 'done', office: OFFICE, date: '2025-03-21', seen: '8' },
  },
  {
    what: 'what is in doubt',
    options: { kind: 'received', office: OFFICE, ...SOURCE, doubt: 'date number', read: '๗๐ มี.ค.' },
    form: {
      kind: 'received',
      office: OFFICE,
      'doubt-date': 'yes',
      'doubt-number': 'yes',
      read: '๗๐ มี.ค.',
      seen: '8',
    },
  },
  {
    what: 'the first movement of a circular',
    circular: SILENT,
    options: { kind: 'received', office: OFFICE, date: '2024-05-09', number: '9', ...SOURCE },
    form: { kind: 'received', office: OFFICE, date: '2024-05-09', number: '9', seen: '0' },
  },
  {
    what: 'a correction',
    part: 'correct/',
    options: { ...OWN, date: '2025-03-10', number: '302', corrects: '5' },
    form: { office: 'd8801', no: '5', date: '2025-03-10', number: '302', seen: '8' },
  },
  {
    what: 'a correction of a letter sent',
    part: 'correct/',
    options: {
      ...OWN,
      date: '2025-03-13',
      number: 'ตย 0023.91/32',
      to: 'subdistrict-municipalities;saos',
      corrects: '6',
    },
    form: {
      office: 'd8801',
      no: '6',
      date: '2025-03-13',
      number: 'ตย 0023.91/32',
      'to-saos': 'yes',
      'to-subdistrict-municipalities': 'yes',
      seen: '8',
    },
  },
  {
    what: 'a movement taken back',
    part: 'correct/',
    options: { ...OWN, corrects: '5' },
    form: { office: 'd8801', no: '5', back: 'yes', seen: '8' },
  },
  {
    what: 'a receipt before it was sent',
    options: { ...RECEIVED, ...SOURCE, date: '2025-03-01' },
    form: { ...RECEIVED, date: '2025-03-01', seen: '8' },
    refused: 'รับก่อนส่ง: 1 มี.ค. 2568 แต่แถว 4 เป็นวันที่ 7 มี.ค. 2568',
  },
  {
    what: 'a number that stands for another letter',
    circular: SILENT,
    options: {
      kind: 'received',
      office: 'd8801',
      date: '2025-04-10',
      number: '301',
      source: 'register:d8801',
    },
    form: { kind: 'received', office: 'd8801', date: '2025-04-10', number: '301', seen: '0' },
    refused: 'ใช้เลข 301 กับหนังสือฉบับอื่นแล้ว',
  },
  {
    what: 'an addressee that is none, with the nearest',
    options: { ...SENT, ...SOURCE, to: 'a880252' },
    form: { ...SENT, to: 'a880252', seen: '8' },
    refused: 'a880251',
  },
  {
    what: 'a day that has not come',
    options: { ...RECEIVED, ...SOURCE, date: TOMORROW },
    form: { ...RECEIVED, date: TOMORROW, seen: '8' },
    refused: 'ยังไม่ถึงวันที่',
  },
  {
    what: 'a day that is none',
    options: { ...RECEIVED, ...SOURCE, date: '70 มี.ค. 68' },
    form: { ...RECEIVED, date: '70 มี.ค. 68', seen: '8' },
    refused: 'วันที่:',
  },
  {
    what: 'a secret letter',
    options: { ...RECEIVED, ...SOURCE, note: 'เรื่องที่ปิดไว้ [ลับ]' },
    form: { ...RECEIVED, note: 'เรื่องที่ปิดไว้ [ลับ]', seen: '8' },
    refused: 'หมายเหตุ: บอกว่าหนังสือเป็นความลับ',
  },
  {
    what: 'a mobile number',
    options: { ...RECEIVED, ...SOURCE, desk: 'โทร. 080-000-0000' },
    form: { ...RECEIVED, desk: 'โทร. 080-000-0000', seen: '8' },
    refused: 'มีเบอร์มือถือ',
  },
  {
    what: 'a letter sent without a letter number',
    options: { ...SENT, ...SOURCE, number: '17', to: 'saos' },
    form: { ...SENT, number: '17', 'to-saos': 'yes', seen: '8' },
    refused: 'เลข:',
  },
  {
    what: 'a letter sent to nobody',
    options: { ...SENT, ...SOURCE },
    form: { ...SENT, seen: '8' },
    refused: 'ส่งถึง:',
  },
];

await onBothDatabases('movements at the desk', (source) => {
  const started = useMovementDesk(source, [FULL, SILENT]);
  it('are recorded, or refused, as by the command: the same bytes', async () => {
    const desk = started();
    const own = {
      d8801: await desk.as('officer d8801'),
      d8802: await desk.as('officer d8802'),
    };
    const before = desk.ledger(FULL);
    for (const { what, options, form, part = '', circular = FULL, refused } of CASES) {
      const command = await byCommand(circular, options);
      const who = own[form.office as keyof typeof own].visitor;
      const answer = await who.post(`/desk/movements/${circular}/${part}`, form);
      const path = join(desk.root, ledgerOf(circular));
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      expect([what, text]).toEqual([what, command.text]);
      if (refused === undefined) {
        expect([what, command.code, answer.status]).toEqual([what, 0, 303]);
        expect(text.length).toBeGreaterThan(circular === FULL ? before.length : 0);
      } else {
        expect([what, command.code, answer.status]).toEqual([what, 1, 422]);
        expect(answer.text).toContain(refused);
        const [, alert = ''] = /role="alert">([\s\S]*?)<\/ul>/.exec(answer.text) ?? [];
        expect(alert.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/npm run|--|[a-z]+ [a-z]+ [a-z]+/);
      }
      if (circular === FULL) desk.writeLedger(FULL, before);
      else rmSync(path, { force: true });
    }
  }, 120_000);

  it('are those of the own office where an address names none', async () => {
    const { visitor } = await started().as('officer p88');
    for (const path of [AT, `${AT}slips/`]) {
      const { status, text } = await visitor.get(path);
      expect([path, status, text.includes('จังหวัดตัวอย่าง')]).toEqual([path, 200, true]);
    }
    const administrator = (await started().as('administrator')).visitor;
    const { status, text } = await administrator.get(AT);
    expect([status, text.includes('โปรดเลือกหน่วยงาน'), text.includes('ใกล้เคียง')]).toEqual([
      404,
      true,
      false,
    ]);
  });

  it('are for officers of the office and those above it; all else is refused with the reason and logged', async () => {
    const desk = started();
    const before = desk.ledger(FULL);
    const form = { ...RECEIVED, seen: '8' };
    const nobody = desk.visitor();
    expect((await nobody.get(`${AT}?office=d8802`)).status).toBe(403);
    const member = await desk.as('member');
    const other = await desk.as('officer p89');
    const below = await desk.as('officer a880251');
    const above = await desk.as('officer p88');
    for (const { visitor } of [member, other, below]) {
      const { status, text } = await visitor.post(AT, form);
      expect([status, text.includes('d8802')]).toEqual([403, false]);
      expect((await visitor.get(`${AT}correct/?office=d8802&no=5`)).status).toBe(403);
    }
    expect((await member.visitor.post(AT, form)).text).toContain('บทบาทของท่านทำรายการนี้ไม่ได้');
    const said = (await other.visitor.post(AT, form)).text;
    expect(said).toContain('ท่านเป็นเจ้าหน้าที่ของจังหวัดทดลอง');
    expect(said).toContain('อำเภอสอง จังหวัดตัวอย่างไม่อยู่ในสายนี้');
    expect(desk.ledger(FULL)).toBe(before);
    const { db } = desk;
    const rows = async (id: string) =>
      (await auditOf(db, id))
        .filter(({ actor, action }) => actor === id && action.startsWith('refused'))
        .map(({ action, subject }) => `${action} ${subject}`.trim());
    expect(await rows(member.id)).toEqual(['refused record', 'refused correct', 'refused record']);
    expect(await rows(other.id)).toEqual([
      'refused record d8802',
      'refused correct d8802',
      'refused record d8802',
    ]);
    expect((await above.visitor.post(AT, form)).status).toBe(303);
    expect(desk.ledger(FULL)).toBe(`${before}9,received,d8802,2025-03-11,,55,,,,,register:p88,,\n`);
    const last = (await auditOf(db, above.id)).at(-1);
    expect([last?.action, last?.actor]).toEqual([`record d8802 ${FULL} 9`, above.id]);
    expect(last?.subject).toMatch(/^change:\d+$/);
  }, 60_000);

  it('of two who record at once the second sees what the first did, and loses nothing', async () => {
    const desk = started();
    const a = await desk.as('officer d8802');
    const b = await desk.as('officer p88');
    const first = await a.visitor.post(AT, { ...RECEIVED, seen: '8' });
    expect(first.status).toBe(303);
    const mine = { kind: 'acknowledged', office: 'd8802', date: '2025-03-12', note: 'ของฉัน' };
    const second = await b.visitor.post(AT, { ...mine, seen: '8' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('มีผู้บันทึกหน่วยงานนี้ระหว่างที่ท่านเปิดหน้านี้อยู่');
    expect(second.text).toContain('รับ · 11 มี.ค. 2568 · เลข 55');
    expect(second.text).toContain('value="ของฉัน"');
    const seen = /name="seen" value="(\d+)"/.exec(second.text)?.[1] ?? '';
    expect((await b.visitor.post(AT, { ...mine, seen })).status).toBe(303);
    // Another office is no conflict.
    const other = { kind: 'done', office: 'd8801', date: '2025-03-13', seen: '8' };
    expect((await b.visitor.post(AT, other)).status).toBe(303);
    const many = await Promise.all(
      ['1', '2', '3', '4', '5'].map((number) =>
        a.visitor.post(AT, { ...RECEIVED, number, desk: `โต๊ะ ${number}`, seen: '11' }),
      ),
    );
    expect(many.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409]);
    expect(desk.ledger(FULL).trimEnd().split('\n')).toHaveLength(1 + 12);
  }, 60_000);

  it('of all districts of a province are recorded at once, all or none', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer p88');
    const before = desk.ledger(FULL);
    const page = await visitor.get(`${AT}below/?office=p88&branch=districts`);
    expect(page.text).toMatch(/name="take-d8802"[^>]* checked/);
    expect(page.text).not.toMatch(/name="take-d8801"[^>]* checked/);
    const form = { office: 'p88', branch: 'districts', kind: 'acknowledged', seen: '8' };
    const both = { 'take-d8801': 'yes', 'take-d8802': 'yes', 'number-d8801': '77' };
    const wrong = await visitor.post(`${AT}below/`, { ...form, ...both, date: TOMORROW });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('อำเภอหนึ่ง จังหวัดตัวอย่าง วันที่:');
    expect(wrong.text).toContain('อำเภอสอง จังหวัดตัวอย่าง วันที่:');
    expect((await visitor.post(`${AT}below/`, { ...form, date: '2025-03-20' })).status).toBe(422);
    expect(desk.ledger(FULL)).toBe(before);
    const right = await visitor.post(`${AT}below/`, { ...form, ...both, date: '20/3/2568' });
    expect(right.status).toBe(303);
    expect(desk.ledger(FULL)).toBe(
      `${before}9,acknowledged,d8801,2025-03-20,,77,,,,,register:p88,,\n10,acknowledged,d8802,2025-03-20,,,,,,,register:p88,,\n`,
    );
    const { id } = (await changesOf(desk.db, FULL)).at(-1) ?? {};
    const undone = await visitor.post(`${AT}undo/`, { office: 'p88', change: String(id) });
    expect(undone.status).toBe(303);
    expect(desk.ledger(FULL).split('\n').slice(-3)).toEqual([
      '11,corrected,d8801,,,,,,,,register:p88,9,',
      '12,corrected,d8802,,,,,,,,register:p88,10,',
      '',
    ]);
  }, 60_000);

  it('are taken back by one press, and that too, until somebody corrected them', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer d8802');
    await visitor.post(AT, { ...RECEIVED, seen: '8' });
    const { db } = desk;
    const first = ((await changesOf(db, FULL)).at(-1)?.id ?? 0) - 1;
    const undo = (change: number) =>
      visitor.post(`${AT}undo/`, { office: 'd8802', change: String(first + change) });
    const shown = async () => (await visitor.get(`${AT}?office=d8802`)).text;
    expect(await shown()).toContain('เอากลับ: บันทึก รายการที่ 9');
    expect((await undo(1)).status).toBe(303);
    expect((await undo(1)).status).toBe(409);
    expect(await shown()).toContain('ยังไม่มีบันทึกของหน่วยงานนี้');
    expect((await undo(2)).status).toBe(303);
    expect(await shown()).toContain('รับ · 11 มี.ค. 2568 · เลข 55');
    const correction = { office: 'd8802', no: '11', date: '2025-03-12', number: '56', seen: '11' };
    expect((await visitor.post(`${AT}correct/`, correction)).status).toBe(303);
    expect((await undo(3)).status).toBe(409);
    expect((await undo(99)).status).toBe(409);
    expect((await undo(4)).status).toBe(303);
    expect(await shown()).toContain('รับ · 11 มี.ค. 2568 · เลข 55');
    const stale = await visitor.post(`${AT}correct/`, { ...correction, seen: '13' });
    expect(stale.status).toBe(409);
    const changes = (await changesOf(db, FULL)).filter(({ id }) => id > first);
    const said = changes.map(({ action, undoes, commit_id: commit }) => {
      return [action, undoes === null ? null : undoes - first, commit];
    });
    expect(said).toEqual([
      ['record', null, ''],
      ['undo', 1, ''],
      ['undo', 2, ''],
      ['correct', null, ''],
      ['undo', 4, ''],
    ]);
  }, 60_000);

  describe('the list of an office', () => {
    it('says what lacks a record, finds by number and subject, and offers the nearest office', async () => {
      const desk = started();
      const { visitor } = await desk.as('officer d8801');
      const open = await visitor.get('/desk/movements/');
      expect(open.text).toContain('อำเภอหนึ่ง จังหวัดตัวอย่าง');
      expect(open.text).toContain(`/desk/movements/${SILENT}/?office=d8801`);
      expect(open.text).not.toContain(`/desk/movements/${FULL}/?office=d8801`);
      expect(open.text).toContain('ไม่มีบันทึกรับ');
      const all = await visitor.get('/desk/movements/?office=d8801&all=1&q=๐๘๙๙.๙');
      expect(all.status).toBe(200);
      const found = await visitor.get('/desk/movements/?office=d8801&all=1&q=0899.9%2Fว11');
      expect(found.text).toContain(`/desk/movements/${FULL}/?office=d8801`);
      expect(found.text).not.toContain(SILENT);
      const near = await visitor.get('/desk/movements/?office=d8809');
      expect([near.status, near.text.includes('อำเภอหนึ่ง จังหวัดตัวอย่าง')]).toEqual([404, true]);
      expect((await visitor.get('/desk/movements/2568/none/?office=d8801')).status).toBe(404);
      expect((await visitor.get(`${AT}?office=dla`)).status).toBe(403);
      const admin = await desk.as('administrator');
      expect((await admin.visitor.get('/desk/movements/')).status).toBe(200);
      expect((await admin.visitor.get(`${AT}?office=dla`)).status).toBe(404);
      const broken = `${desk.ledger(FULL)}9,received,d8802\n`;
      desk.writeLedger(FULL, broken);
      expect((await visitor.get('/desk/movements/')).text).toContain('อ่านบัญชีการเคลื่อนไหว');
      expect((await visitor.post(AT, { ...RECEIVED, office: 'd8801', seen: '8' })).status).toBe(
        422,
      );
      expect(desk.ledger(FULL)).toBe(broken);
    }, 60_000);
  });
});
