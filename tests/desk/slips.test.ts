import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lastDayOf, MOST_LIVE_SLIPS, MOST_WRONG_A_DAY } from '#core/slip/slip.ts';
import { todayInThailand } from '#store/clock.ts';
import { changesOf } from '#store/desk/content-changes.ts';
import { auditOf } from '#store/desk/members.ts';
import { type MadeSlip, makeSlips, revokeSlips } from '#store/desk/slips.ts';
import { readSecret } from '../../scripts/desk/secret.ts';
import { type SlipKeys, slipKeys } from '../../scripts/desk/slip-keys.ts';
import { DOUBTFUL, FULL, SILENT } from '../../scripts/track/testing/made-up-files.ts';
import { onBothDatabases } from './databases.ts';
import { type MovementDesk, useMovementDesk } from './movement-desk.ts';
import { codesOfPdf } from './pdf-codes.ts';

const TODAY = todayInThailand();
const TOMORROW = lastDayOf(TODAY, 2);
const YESTERDAY = todayInThailand(new Date(Date.now() - 86_400_000));
const AT = `/desk/movements/${FULL}/`;
const OFFICE = 'a880251';
const NAME = 'องค์การบริหารส่วนตำบลสอง อำเภอสอง จังหวัดตัวอย่าง';
const GIVEN = { number: '๘๑๒', date: '๑๑ มี.ค. ๖๘' };
const NOTHING = 'ใบตอบรับนี้ใช้ไม่ได้';

const keysOf = ({ root, url }: MovementDesk): SlipKeys =>
  slipKeys(readSecret(join(root, '.data/secret')), url);

/** Makes one slip in the database, as printing does. */
const newSlip = async (
  desk: MovementDesk,
  { circular = FULL, office = OFFICE, expires = TOMORROW } = {},
): Promise<MadeSlip> => {
  const keys = keysOf(desk);
  const digestOf = (code: string): string => keys.digestOf(code) as string;
  const wanted = { circular, offices: [office], issued: YESTERDAY, expires, above: office };
  const by = { actor: 'command', now: new Date() };
  const [made] = await makeSlips(desk.db, wanted, { newCode: keys.newCode, digestOf }, by);
  return made as MadeSlip;
};
const pathOf = (desk: MovementDesk, slip: MadeSlip): string => {
  const { code: _, ...said } = slip;
  return keysOf(desk).pathOf(said);
};
const rowsOf = (desk: MovementDesk): string[] => desk.ledger(FULL).trimEnd().split('\n').slice(9);

await onBothDatabases('slips', (source) => {
  const started = useMovementDesk(source, [FULL, SILENT]);
  beforeEach(async () => {
    // All visitors of the tests have one address.
    await started().db.deleteFrom('throttle').execute();
  });

  it('are printed on A4 by an officer, lead each to its office, and are recorded, corrected and taken back', async () => {
    const desk = started();
    const { visitor, id: officer } = await desk.as('officer p88');
    const at = `${AT}slips/`;
    expect((await visitor.get(`${AT}?office=p88`)).text).toContain(`${AT}slips/?office=p88`);
    expect((await visitor.get(`${at}?office=p88`)).text).toContain('หน่วยงานที่พิมพ์ใบให้ได้ 8 แห่ง');
    const pdf = await visitor.fileBy(at, {
      office: 'p88',
      do: 'print',
      days: '30',
      missing: 'yes',
    });
    expect(pdf.type).toBe('application/pdf');
    const codes = await codesOfPdf(pdf.bytes);
    expect((await visitor.get(`${at}?office=p88&did=print`)).text).toContain('ทำใบตอบรับแล้ว');
    // One authority is recorded as done, and needs none.
    expect(codes).toHaveLength(7);
    const origin = new URL(desk.url).origin.toUpperCase();
    expect(codes.every((one) => one.startsWith(`${origin}/ack/`))).toBe(true);
    const somebody = desk.visitor();
    const offices: string[] = [];
    for (const code of codes) {
      const { status, text, headers } = await somebody.get(code.slice(origin.length));
      expect([status, headers.getSetCookie()]).toEqual([200, []]);
      offices.push(/<dd><strong>([^<]+)/.exec(text)?.[1] ?? '');
    }
    expect(new Set(offices).size).toBe(7);
    expect(offices).not.toContain('องค์การบริหารส่วนตำบลหนึ่ง อำเภอหนึ่ง จังหวัดตัวอย่าง');
    const path = codes[offices.indexOf(NAME)]?.slice(origin.length) as string;
    const page = await somebody.get(path);
    expect(page.text).toContain('หนังสือตัวอย่าง dla-0899-9-w11-0303');
    expect(page.text).toContain('ข้อมูลตัวอย่าง');
    const first = await somebody.post(path, { ...GIVEN, seen: '8' });
    expect([first.status, first.location]).toEqual([303, `${path}?did=acknowledge`]);
    const row = `9,acknowledged,${OFFICE},2025-03-11,,๘๑๒,,,,,slip,,`;
    expect(rowsOf(desk)).toEqual([row]);
    const thanks = await somebody.get(first.location as string);
    expect(thanks.text).toContain('ขอบคุณ บันทึกการตอบรับแล้ว');
    expect(thanks.text).toContain('ตอบรับ · 11 มี.ค. 2568 · เลข ๘๑๒');
    expect(thanks.text).toContain('value="11/3/2568"');
    // The same again is no row; another number is a correction.
    expect((await somebody.post(path, { ...GIVEN, seen: '8' })).status).toBe(303);
    expect(rowsOf(desk)).toEqual([row]);
    const second = await somebody.post(path, { number: '813', date: '12/3/2568', seen: '9' });
    expect(second.location).toBe(`${path}?did=correct`);
    expect(rowsOf(desk)).toEqual([row, `10,corrected,${OFFICE},2025-03-12,,813,,,,,slip,9,`]);
    expect((await somebody.get(path)).text).toContain('ตอบรับ · 12 มี.ค. 2568 · เลข 813');
    const changes = await changesOf(desk.db, FULL);
    const [made, corrected] = changes.slice(-2);
    expect([made?.action, made?.office, corrected?.action]).toEqual([
      'acknowledge',
      OFFICE,
      'correct',
    ]);
    expect(made?.member).toMatch(/^slip:\d+$/);
    const logged = await auditOf(desk.db, made?.member as string);
    expect(logged.map(({ action }) => action)).toEqual([
      `acknowledge ${OFFICE} ${FULL} 9`,
      `correct ${OFFICE} ${FULL} 10`,
    ]);
    const printed = (await auditOf(desk.db, officer)).map(({ action }) => action);
    expect(printed).toContain(`make slips p88 ${FULL} 7`);
    const shown = await visitor.get(`${AT}?office=${OFFICE}`);
    expect(shown.text).toContain('หน่วยงานเอง ด้วยใบตอบรับที่');
    const undo = { office: OFFICE, change: String(corrected?.id) };
    expect((await visitor.post(`${AT}undo/`, undo)).status).toBe(303);
    expect((await somebody.get(path)).text).toContain('ตอบรับ · 11 มี.ค. 2568 · เลข ๘๑๒');
  }, 120_000);

  it('are not printed twice for an office, unless in the place of the former one', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer d8802');
    const at = `/desk/movements/${SILENT}/slips/`;
    expect((await visitor.get('/desk/download.js')).status).toBe(200);
    const form = { office: 'd8802', do: 'print', days: '30' };
    const pathsOf = async (more = {}): Promise<string[]> => {
      const { bytes, type } = await visitor.fileBy(at, { ...form, ...more });
      if (type !== 'application/pdf') return [];
      return (await codesOfPdf(bytes)).map((code) => new URL(code).pathname).sort();
    };
    const [some, none] = await Promise.all([pathsOf(), pathsOf()]);
    const first = some.length > 0 ? some : none;
    expect([first.length, some.length + none.length]).toEqual([2, 2]);
    const again = await visitor.post(at, form);
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('มีใบที่ใช้ได้อยู่แล้ว')]);
    const second = await pathsOf({ renew: 'yes' });
    expect(second).toHaveLength(2);
    const somebody = desk.visitor();
    const statusOf = (path: string) => somebody.get(path).then(({ status }) => status);
    expect(await Promise.all(first.map(statusOf))).toEqual([404, 404]);
    expect(await Promise.all(second.map(statusOf))).toEqual([200, 200]);
    const all = await visitor.post(at, { office: 'd8802', do: 'revoke-all' });
    expect(all.text).toContain('ยกเลิกแล้ว 2 ใบ');
  }, 120_000);

  it('that are forged, guessed, expired, revoked or of nothing get one same answer', async () => {
    const desk = started();
    const [good, other] = [await newSlip(desk), await newSlip(desk, { office: 'a880151' })];
    const expired = await newSlip(desk, { expires: YESTERDAY });
    const revoked = await newSlip(desk);
    const gone = await newSlip(desk, { circular: '2568/dla-none' });
    const notOnRoute = await newSlip(desk, { circular: DOUBTFUL, office: 'dla' });
    await revokeSlips(desk.db, [revoked.id], { actor: 'command', now: new Date() });
    const path = pathOf(desk, good);
    const [, id = '', signature = ''] = /(\d+)-([0-9A-V]+)\/$/.exec(path) ?? [];
    const [, theirs] = /-([0-9A-V]+)\/$/.exec(pathOf(desk, other)) ?? [];
    const changed = [...signature].map((one, at) => {
      return `/ack/${id}-${signature.slice(0, at)}${one === '7' ? '3' : '7'}${signature.slice(at + 1)}/`;
    });
    const somebody = desk.visitor();
    expect((await somebody.get(path)).status).toBe(200);
    expect((await somebody.get(path.toLowerCase())).status).toBe(200);
    expect((await somebody.get(path.replace(/\/$/, ''))).status).toBe(200);
    const bad = [
      ...changed,
      `/ack/${id}-${theirs}/`,
      `/ack/999999-${signature}/`,
      `/ack/${id}/`,
      `/ack/${id}-/`,
      pathOf(desk, { ...good, expires: '2099-12-31' }),
      pathOf(desk, { ...good, office: 'a880151' }),
      ...[expired, revoked, gone, notOnRoute].map((one) => pathOf(desk, one)),
    ];
    const answers = new Set<string>();
    for (const one of bad) {
      const got = await somebody.get(one);
      const sent = await somebody.post(one.endsWith('/') ? one : `${one}/`, {
        ...GIVEN,
        seen: '8',
      });
      expect([one, got.status, sent.status]).toEqual([one, 404, 404]);
      answers.add(got.text).add(sent.text);
    }
    const typed = [expired.code, revoked.code, 'ABCD-EFGH', 'ABCD', '', '<b>x</b>'];
    for (const code of typed) {
      const { status, text } = await somebody.post('/ack/', { code });
      expect([code, status]).toEqual([code, 404]);
      answers.add(text);
    }
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toContain(NOTHING);
    expect(rowsOf(desk)).toEqual([]);
  }, 120_000);

  it('are found by their short code, however it is typed, and wrong codes are few from an address and in a day', async () => {
    const desk = started();
    const slip = await newSlip(desk);
    const somebody = desk.visitor();
    const ask = (code: string) => somebody.post('/ack/', { code });
    for (let nth = 0; nth < 7; nth += 1) {
      const { status, location } = await ask(` ${slip.code.toLowerCase().replace('-', ' ')} `);
      expect([status, location]).toEqual([303, pathOf(desk, slip)]);
    }
    const wrong = [];
    for (let nth = 0; nth < 7; nth += 1) wrong.push((await ask('ABCD-EFGH')).status);
    expect(wrong).toEqual([404, 404, 404, 404, 404, 429, 429]);
    // Who waits learns nothing of a code that is right, either.
    expect((await ask(slip.code)).status).toBe(429);
    expect((await somebody.get(pathOf(desk, slip))).status).toBe(200);
    const counted = await desk.db
      .selectFrom('throttle')
      .select(['key', 'count'])
      .where('key', 'like', 'slip-day:%')
      .execute();
    expect(counted).toEqual([{ key: `slip-day:${TODAY}`, count: 5 }]);
    await desk.db.deleteFrom('throttle').where('key', 'like', 'slip-address:%').execute();
    await desk.db.updateTable('throttle').set({ count: MOST_WRONG_A_DAY }).execute();
    const closed = await ask(slip.code);
    expect([closed.status, closed.text.includes('ปิดถึงพรุ่งนี้')]).toEqual([429, true]);
    expect((await somebody.get(pathOf(desk, slip))).status).toBe(200);
  }, 60_000);

  it('record nothing that the command would refuse, say why, and keep what was typed', async () => {
    const desk = started();
    const path = pathOf(desk, await newSlip(desk));
    const somebody = desk.visitor();
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ number: '', date: '' }, 'โปรดกรอกเลขในทะเบียนหนังสือรับ'],
      [{ number: '5', date: '' }, 'โปรดกรอกวันที่ลงรับ'],
      [{ number: '5', date: TOMORROW }, 'ยังไม่ถึงวันที่'],
      [{ number: '5', date: '1/3/2568' }, '1 มี.ค. 2568'],
      [{ number: '5', date: '70 มี.ค. 68' }, 'วันที่:'],
      [{ number: '5 [ลับ]', date: '11/3/2568' }, 'ความลับ'],
      [{ number: '080-000-0000', date: '11/3/2568' }, 'มีเบอร์มือถือ'],
    ];
    for (const [form, says] of cases) {
      const { status, text } = await somebody.post(path, { ...form, seen: '8' });
      expect([form, status]).toEqual([form, 422]);
      expect(text).toContain(says);
      expect(text).toContain(`value="${form.date}"`);
    }
    const elsewhere = await somebody.post(
      path,
      { ...GIVEN, seen: '8' },
      'https://elsewhere.example',
    );
    expect(elsewhere.status).toBe(403);
    expect(rowsOf(desk)).toEqual([]);
  }, 60_000);

  it('of two who record at once the second sees what the first did, and a form that is sent twice is one row', async () => {
    const desk = started();
    const [mine, yours] = [await newSlip(desk), await newSlip(desk)].map((one) =>
      pathOf(desk, one),
    );
    const somebody = desk.visitor();
    const send = (path = '', number = '1') =>
      somebody.post(path, { number, date: '11/3/2568', seen: '8' });
    const twice = await Promise.all([send(mine), send(mine), send(yours)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(rowsOf(desk)).toHaveLength(1);
    const other = await send(yours, '2');
    expect(other.status).toBe(409);
    expect(other.text).toContain('ตอบรับ · 11 มี.ค. 2568 · เลข 1');
    expect(other.text).toContain('value="2"');
    const seen = /name="seen" value="(\d+)"/.exec(other.text)?.[1] ?? '';
    const again = await somebody.post(yours as string, { number: '2', date: '11/3/2568', seen });
    expect(again.location).toContain('did=correct');
    expect(rowsOf(desk)).toHaveLength(2);
  }, 60_000);

  it('overrule no officer, and fill no ledger', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer p88');
    const path = pathOf(desk, await newSlip(desk));
    const somebody = desk.visitor();
    const fix = { office: OFFICE, no: '9', date: '14/3/2568', number: '900', seen: '9' };
    await somebody.post(path, { ...GIVEN, seen: '8' });
    expect((await visitor.post(`${AT}correct/`, fix)).status).toBe(303);
    const page = await somebody.get(path);
    expect(page.text).toContain('เจ้าหน้าที่เป็นผู้บันทึกหรือแก้ไขรายการนี้');
    expect(page.text).not.toContain('<form class="desk-form"');
    expect((await somebody.post(path, { ...GIVEN, seen: '10' })).status).toBe(409);
    expect((await somebody.post(path, { ...GIVEN, seen: '11' })).status).toBe(409);
    expect(rowsOf(desk)).toHaveLength(2);
    const often = pathOf(desk, await newSlip(desk, { office: 'd8802' }));
    const statuses: number[] = [];
    for (let nth = 0; nth < 7; nth += 1) {
      const seen = String(10 + nth);
      const form = { number: String(nth), date: '11/3/2568', seen };
      statuses.push((await somebody.post(often, form)).status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
    expect(rowsOf(desk)).toHaveLength(7);
  }, 60_000);

  it('are printed and revoked by those above the office alone; all else is refused and logged', async () => {
    const desk = started();
    const { visitor } = await desk.as('officer p88');
    const slip = await newSlip(desk);
    const district = await desk.as('officer d8801');
    const form = { office: 'p88', do: 'print', days: '30' };
    expect((await desk.visitor().post(`${AT}slips/`, form)).status).toBe(403);
    for (const who of ['member', 'officer d8801', 'officer p89', 'officer a880251']) {
      const joined = await desk.as(who);
      expect([who, (await joined.visitor.post(`${AT}slips/`, form)).status]).toEqual([who, 403]);
    }
    const logged = (await auditOf(desk.db, district.id)).map(({ action }) => action);
    expect(logged).toContain('refused print-slips');
    // A slip of an office that is not below theirs is none of theirs to revoke.
    const revoke = { do: 'revoke', slip: String(slip.id) };
    const theirs = await district.visitor.post(`${AT}slips/`, { office: 'd8801', ...revoke });
    expect(theirs.status).toBe(409);
    expect((await desk.visitor().get(pathOf(desk, slip))).status).toBe(200);
    const done = await visitor.post(`${AT}slips/`, { office: 'p88', ...revoke });
    expect(done.text).toContain('ยกเลิกแล้ว 1 ใบ');
    expect((await desk.visitor().get(pathOf(desk, slip))).status).toBe(404);
    const [one, two] = [await newSlip(desk), await newSlip(desk, { office: 'd8801' })];
    const all = await visitor.post(`${AT}slips/`, { office: 'p88', do: 'revoke-all' });
    expect(all.text).toMatch(/ยกเลิกแล้ว \d+ ใบ/);
    for (const each of [one, two]) {
      expect((await desk.visitor().get(pathOf(desk, each))).status).toBe(404);
    }
    for (const days of ['0', '366', 'x', '']) {
      const answer = await visitor.post(`${AT}slips/`, { ...form, days });
      expect([days, answer.status]).toEqual([days, 422]);
    }
  }, 60_000);

  describe('too many of them', () => {
    it('are refused, as codes could be guessed', async () => {
      const desk = started();
      const wanted = {
        circular: FULL,
        offices: Array.from({ length: MOST_LIVE_SLIPS + 1 }, () => OFFICE),
        issued: TODAY,
        expires: TODAY,
        above: OFFICE,
      };
      const codes = { newCode: () => 'x', digestOf: (code: string) => code };
      const by = { actor: 'command', now: new Date() };
      await expect(makeSlips(desk.db, wanted, codes, by)).rejects.toThrow('over 500000');
    });

    it('that draw the same code get another', async () => {
      const desk = started();
      const drawn = ['A', 'A', 'A', 'B'];
      const codes = {
        newCode: () => drawn.shift() as string,
        digestOf: (code: string) => `same ${code} ${desk.url}`,
      };
      const offices = ['d8801', 'd8802'];
      const wanted = { circular: SILENT, offices, issued: TODAY, expires: TODAY, above: 'p88' };
      const by = { actor: 'command', now: new Date() };
      const made = await makeSlips(desk.db, wanted, codes, by);
      expect(made.map(({ office, code }) => [office, code])).toEqual([
        ['d8801', 'A'],
        ['d8802', 'B'],
      ]);
    });
  });
});
