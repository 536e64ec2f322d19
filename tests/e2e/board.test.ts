import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { type RunningDesk, serveDesk } from '../../scripts/desk/serve.ts';
import { type DeskSettings, readDeskSettings } from '../../scripts/desk/settings.ts';
import { freePort } from '../desk/running-desk.ts';
import { rulesIn, violations } from './axe.ts';
import { onPage } from './portal.ts';
import { type NewDatabase, newDatabase } from './running-desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const PHONE = { width: 390, height: 844 };
const PASSWORD = 'correct-horse-battery';
const PAGE = '/faq/otp-where/';

let desk: RunningDesk;
let settings: DeskSettings;
let database: NewDatabase;
// A folder of contents of its own, beside the portal that was built.
const root = mkdtempSync(join(tmpdir(), 'wian-board-'));
const data = join(root, '.data');
const faults: string[] = [];

/** The oldest letter to somebody in which these words are, its head on whole lines. */
const letterTo = (email: string, words: string): string => {
  const outbox = join(data, 'outbox');
  for (const name of readdirSync(outbox).sort()) {
    const letter = readFileSync(join(outbox, name), 'utf8');
    if (!letter.includes(`To: ${email}`)) continue;
    const [head = '', ...body] = letter.split('\r\n\r\n');
    const text = /encoding: base64/i.test(head)
      ? Buffer.from(body.join(''), 'base64').toString('utf8')
      : body.join('\n').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    const whole = `${head.replaceAll(/\r\n[ \t]+/g, ' ')}\n\n${text}`;
    if (whole.includes(words)) return whole;
  }
  return '';
};
const tokenFor = (email: string): string =>
  /token=(\S+)/.exec(letterTo(email, '/members/confirm/'))?.[1] ?? '';

/** Pictures of a page for people to look at, where BOARD_SHOTS names a folder. */
const shootAll = async (page: Page, name: string): Promise<void> => {
  const shots = process.env.BOARD_SHOTS;
  if (!shots) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      const path = `${shots}/${name}-${colorScheme}-${width}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
};

const at = (path: string) => `${settings.origin}${path}`;

const signUp = async (page: Page, name: string): Promise<void> => {
  const email = `${name}@office.example`;
  await page.goto(at('/members/sign-up/'));
  await page.getByLabel('ชื่อที่ให้ผู้อื่นเห็น').fill(`${name} สมมติ`);
  await page.getByLabel('อีเมล', { exact: true }).fill(email);
  await page.getByLabel('รหัสผ่าน').fill(PASSWORD);
  await page.getByLabel(/ยินยอม/).check();
  await page.getByRole('button', { name: 'สมัคร', exact: true }).click();
  await page.goto(at(`/members/confirm/?token=${tokenFor(email)}`));
  await page.getByRole('button', { name: 'ยืนยันอีเมลนี้' }).click();
  await page.getByLabel('อีเมล').fill(email);
  await page.getByLabel('รหัสผ่าน').fill(PASSWORD);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
  await page.getByRole('heading', { level: 1, name: `${name} สมมติ` }).waitFor();
};

const as = (name: string, more: object, what: (page: Page) => Promise<void>) =>
  onPage(at('/members/'), { viewport: PHONE, ...more }, async (page) => {
    await signUp(page, name);
    await what(page);
  });

const moderate = async (page: Page, name: string): Promise<void> => {
  await page.goto(at('/board/queue/'));
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: 'ให้แสดง' })
    .click();
};

beforeAll(async () => {
  symlinkSync(join(ROOT, 'dist'), join(root, 'dist'));
  mkdirSync(join(root, 'content'));
  database = await newDatabase(data);
  const { place } = database;
  settings = { ...readDeskSettings(root, { PORT: await freePort() }, '2026-11-29'), place };
  desk = await serveDesk(root, settings, (line) => faults.push(line));
});
afterAll(async () => {
  await desk.close();
  await database.stop();
  rmSync(root, { recursive: true });
  expect(faults).toEqual([]);
});

// Whoever has signed up cannot do so again.
it('two members and a moderator ask, answer, accept and report, without JavaScript too', {
  retry: 0,
  timeout: 300_000,
}, async () => {
  await as('mod', {}, async (moderator) => {
    const { db, close } = await openDeskDatabase(settings.place);
    const { id = '' } = (await memberByEmail(db, 'mod@office.example')) ?? {};
    await grantRole(
      db,
      id,
      { role: 'moderator', office: null },
      { actor: 'command', now: new Date() },
    );
    await close();
    await as('asker', { javaScriptEnabled: false }, async (asker) => {
      await asker.goto(at(PAGE));
      await asker.getByRole('link', { name: 'ถามเรื่องนี้' }).click();
      await asker.getByLabel('คำถามสั้น ๆ').fill('รหัส OTP ไม่มา');
      await asker.getByLabel('รายละเอียด').fill('โทรกลับ 080-000-0000');
      await asker.getByRole('button', { name: 'ถาม', exact: true }).click();
      expect(await asker.getByRole('alert').textContent()).toContain('เบอร์มือถือ');
      await asker.getByLabel('รายละเอียด').fill('รอสิบนาทีแล้ว');
      await asker.getByRole('button', { name: 'ถาม', exact: true }).click();
      await asker.getByRole('status').waitFor();
      await moderate(moderator, 'รหัส OTP ไม่มา');
      await as('helper', {}, async (helper) => {
        await helper.goto(at(`/board/?page=${PAGE}`));
        await helper.getByRole('link', { name: 'รหัส OTP ไม่มา' }).click();
        const thread = helper.url();
        await helper.getByLabel('คำตอบของท่าน').fill('ดูใน**จดหมายขยะ**');
        await helper.getByRole('button', { name: 'ตอบ', exact: true }).click();
        await helper.getByRole('status').waitFor();
        await moderate(moderator, 'รหัส OTP ไม่มา');
        // The box of the question was left checked.
        await desk.sendLetters(new Date());
        const letter = letterTo('asker@office.example', 'List-Unsubscribe');
        const end = /List-Unsubscribe: <(\S+)>/.exec(letter)?.[1] ?? '';
        await helper.goto(end);
        expect(await violations(helper)).toEqual([]);
        await shootAll(helper, 'end');
        await asker.goto(end);
        await asker.getByRole('button', { name: 'เลิกรับ' }).click();
        await asker.getByText('เลิกรับแล้ว').waitFor();
        await asker.goto(at('/members/'));
        expect(await asker.getByText('ยังไม่ได้รับอีเมลจากกระดาน').count()).toBe(1);
        await asker.goto(thread);
        await asker.getByRole('button', { name: 'รับสรุปวันละครั้ง' }).click();
        await asker.getByText('ท่านรับอีเมลเรื่องนี้อยู่: สรุปวันละครั้ง').waitFor();
        await asker.getByRole('button', { name: 'ข้อความนี้คือคำตอบ' }).click();
        expect(await asker.getByText('คำตอบที่ผู้ถามเลือก').count()).toBe(1);
        await helper.goto(thread);
        await helper.getByRole('link', { name: 'รายงาน' }).first().click();
        await helper.getByLabel('เหตุผล').fill('ทดลองรายงาน');
        await helper.getByRole('button', { name: 'รายงาน' }).click();
        await helper.getByRole('status').waitFor();
        await moderator.goto(at('/board/queue/'));
        expect(await moderator.getByText('ทดลองรายงาน').count()).toBe(1);
        expect(await violations(moderator)).toEqual([]);
        await moderator.goto(thread);
        await moderator.getByRole('link', { name: 'ทำเป็นคำถามของเว็บนี้' }).click();
        expect(await violations(moderator)).toEqual([]);
        await shootAll(moderator, 'promote');
        await moderator.getByRole('button', { name: 'เขียนไฟล์ร่าง' }).click();
        const written = `content/faq/board-${/\/board\/(\d+)\//.exec(thread)?.[1]}.mdx`;
        await moderator.getByRole('status').filter({ hasText: written }).waitFor();
        expect(existsSync(join(root, written))).toBe(true);
        await helper.goto(at('/board/ask/'));
        await helper.getByLabel('คำถามสั้น ๆ').pressSequentially('รหัส OTP ไม่มา');
        await helper.getByRole('link', { name: 'รหัส OTP ไม่มา' }).waitFor();
        await helper.getByRole('link', { name: /OTP/ }).nth(1).waitFor();
        expect(await violations(helper)).toEqual([]);
        await helper.goto(at('/board/?section=system'));
        await helper.getByRole('button', { name: 'รับทันที' }).click();
        for (const colorScheme of ['light', 'dark'] as const) {
          await helper.emulateMedia({ colorScheme });
          const section = '/board/?section=system';
          for (const path of ['/board/', new URL(thread).pathname, section, '/members/']) {
            await helper.goto(at(path));
            expect(await violations(helper, rulesIn(colorScheme))).toEqual([]);
            const wide = await helper.evaluate(() => document.documentElement.scrollWidth);
            expect(wide).toBeLessThanOrEqual(PHONE.width);
          }
        }
        for (const [name, path] of [
          ['section', '/board/?section=system'],
          ['thread', new URL(thread).pathname],
          ['members', '/members/'],
          ['ask', '/board/ask/'],
        ] as const) {
          await helper.goto(at(path));
          await shootAll(helper, name);
        }
        await helper.goto(at(PAGE));
        expect(await helper.getByRole('link', { name: 'มี 1 คำถาม 1 คำตอบ' }).count()).toBe(1);
      });
    });
  });
});
