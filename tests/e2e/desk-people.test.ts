import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { violations } from './axe.ts';
import { onPage } from './portal.ts';
import { type DeskHere, startDeskHere } from './running-desk.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
const PASSWORD = 'correct-horse-battery';
const MOST_TABS = 120;

/** Goes on by the tabulator until something has the focus; fails where no key leads there. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${target}`);
};

const type = async (page: Page, label: string | RegExp, text: string): Promise<void> => {
  await reach(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.insertText(text);
};

/** Presses a button or link by a key, and waits for the page to which it leads. */
const press = async (page: Page, role: 'button' | 'link', name: string, to: RegExp) => {
  await reach(page, page.getByRole('main').getByRole(role, { name, exact: true }).first());
  // Some lead back to the page that they are on.
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await loaded;
  expect(page.url()).toMatch(to);
};

/** What axe finds on the page that somebody is on now. */
const look = async (page: Page): Promise<void> => {
  expect([page.url(), await violations(page)]).toEqual([page.url(), []]);
};

const signUp = async (page: Page, { origin, tokenFor }: DeskHere, name: string): Promise<void> => {
  const email = `${name}@office.example`;
  await page.goto(`${origin}/members/sign-up/`);
  await type(page, 'ชื่อที่ให้ผู้อื่นเห็น', `${name} สมมติ`);
  await type(page, 'อีเมล', email);
  await type(page, 'รหัสผ่าน', PASSWORD);
  await reach(page, page.getByLabel(/ยินยอม/));
  await page.keyboard.press('Space');
  await press(page, 'button', 'สมัคร', /\/members\/sent\/$/);
  await look(page);
  await page.goto(`${origin}/members/confirm/?token=${tokenFor(email)}`);
  await press(page, 'button', 'ยืนยันอีเมลนี้', /\/members\/confirm\/$/);
  await page.goto(`${origin}/members/`);
  await type(page, 'อีเมล', email);
  await type(page, 'รหัสผ่าน', PASSWORD);
  await press(page, 'button', 'เข้าสู่ระบบ', /\/members\/$/);
  await page.getByRole('heading', { level: 1, name: `${name} สมมติ` }).waitFor();
};

const makeModerator = async ({ place }: DeskHere): Promise<void> => {
  const { db, close } = await openDeskDatabase(place);
  const { id = '' } = (await memberByEmail(db, 'moderator@office.example')) ?? {};
  const by = { actor: 'command', now: new Date() };
  await grantRole(db, id, { role: 'moderator', office: null }, by);
  await close();
};

it('two members and a moderator ask, answer, accept, report and promote, on phones and by keyboard alone', {
  timeout: 240_000,
}, async () => {
  const desk = await startDeskHere();
  onTestFinished(desk.close);
  const board = `${desk.origin}/board`;
  const withPeople = (use: (asker: Page, answerer: Page, moderator: Page) => Promise<void>) =>
    onPage(`${board}/`, PHONE, (asker) =>
      onPage(`${board}/`, PHONE, (answerer) =>
        onPage(`${board}/`, PHONE, (moderator) => use(asker, answerer, moderator)),
      ),
    );
  await withPeople(async (asker, answerer, moderator) => {
    await signUp(asker, desk, 'asker');
    await signUp(answerer, desk, 'answerer');
    await signUp(moderator, desk, 'moderator');
    await makeModerator(desk);

    await asker.goto(`${board}/ask/`);
    await type(asker, 'คำถามสั้น ๆ', 'รหัสผ่านของระบบหมดอายุ');
    const suggestions = asker.locator('[data-desk-similar]');
    await suggestions.getByRole('link').first().waitFor();
    await look(asker);
    await reach(asker, suggestions.getByRole('link').first());
    await type(asker, 'รายละเอียด', 'เปลี่ยนรหัสผ่านได้ที่ใด');
    await press(asker, 'button', 'ถาม', /\/board\/waiting\/$/);
    await look(asker);

    await moderator.goto(`${board}/queue/`);
    await look(moderator);
    await press(moderator, 'button', 'ให้แสดง', /\/board\/queue\/$/);

    await answerer.goto(`${board}/`);
    await press(answerer, 'link', 'รหัสผ่านของระบบหมดอายุ', /\/board\/1\/$/);
    await type(answerer, 'คำตอบของท่าน', 'เปลี่ยนได้ที่หน้า**ข้อมูลส่วนตัว**');
    await press(answerer, 'button', 'ตอบ', /\/board\/waiting\/$/);
    await moderator.goto(`${board}/queue/`);
    await press(moderator, 'button', 'ให้แสดง', /\/board\/queue\/$/);

    await asker.goto(`${board}/1/`);
    await press(asker, 'button', 'ข้อความนี้คือคำตอบ', /\/board\/1\/#p2$/);
    expect(await asker.locator('#p2').textContent()).toContain('คำตอบ');
    await look(asker);

    await answerer.goto(`${board}/1/`);
    await press(answerer, 'link', 'รายงาน', /\/board\/1\/report\/\?post=1$/);
    await look(answerer);
    await type(answerer, 'เหตุผล', 'ถามซ้ำกับกระทู้อื่น');
    await press(answerer, 'button', 'รายงาน', /\/board\/1\/report\/\?as=/);
    await moderator.goto(`${board}/queue/`);
    expect(await moderator.getByRole('main').textContent()).toContain('ถามซ้ำกับกระทู้อื่น');
    await look(moderator);
    await press(moderator, 'button', 'ปิดรายงาน', /\/board\/queue\/$/);

    await moderator.goto(`${board}/1/`);
    await press(moderator, 'link', 'ทำเป็นคำถามของเว็บนี้', /\/board\/1\/promote\/$/);
    await look(moderator);
    await reach(moderator, moderator.getByRole('button', { name: 'เขียนไฟล์ร่าง' }));
    await moderator.keyboard.press('Enter');
    await moderator.getByText('เขียนร่างไว้ที่ content/faq/board-1.mdx แล้ว').waitFor();
    expect(existsSync(join(desk.root, 'content/faq/board-1.mdx'))).toBe(true);
    await look(moderator);
  });
});

it('keeps what one member typed where another has signed in meanwhile in the same browser', {
  timeout: 120_000,
}, async () => {
  const desk = await startDeskHere();
  onTestFinished(desk.close);
  await onPage(`${desk.origin}/board/`, PHONE, async (first) => {
    await signUp(first, desk, 'first');
    await first.goto(`${desk.origin}/board/ask/`);
    await type(first, 'คำถามสั้น ๆ', 'รหัสผ่านของระบบหมดอายุ');
    await type(first, 'รายละเอียด', 'เปลี่ยนรหัสผ่านได้ที่ใด');
    const second = await first.context().newPage();
    await second.goto(`${desk.origin}/members/`);
    await press(second, 'button', 'ออกจากระบบ', /\/members\//);
    await signUp(second, desk, 'second');
    await press(first, 'button', 'ถาม', /\/board\/ask\/\?as=/);
    expect(await first.getByRole('alert').textContent()).toContain('second สมมติ');
    await look(first);
    await press(first, 'button', 'ส่งในชื่อ second สมมติ', /\/board\/waiting\/$/);
    await second.goto(`${desk.origin}/members/`);
    expect(await second.getByRole('main').textContent()).toContain('รหัสผ่านของระบบหมดอายุ');
  });
});
