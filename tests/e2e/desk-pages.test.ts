import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { freePort } from '../desk/running-desk.ts';
import { DARK, violations } from './axe.ts';
import { onPage } from './portal.ts';
import { type DeskHere, startDeskHere } from './running-desk.ts';

const PHONE = { width: 390, height: 844 };
const EMAIL = 'somchai@office.example';
const PASSWORD = 'correct-horse-battery';
/** Nothing of it is asked: pages show its name. */
const PROVIDER = {
  OIDC_ISSUER: 'https://provider.example',
  OIDC_CLIENT_ID: 'wian',
  OIDC_CLIENT_SECRET: 'made-up-secret',
  OIDC_LABEL: 'ThaiD',
};

/** Pages for who is not signed in; one that says no is as much a page as one that says yes. */
const OUTSIDE = [
  '/members/',
  '/members/sign-up/',
  '/members/provider/',
  '/members/sent/',
  '/members/forgot/',
  '/members/confirm/?token=x',
  '/members/reset/?token=x',
  '/members/privacy/',
  '/members/no-such-page/',
  '/board/',
  '/board/1/',
  '/board/1/history/?post=1',
];
const INSIDE = [
  '/members/',
  '/members/offices/',
  '/members/roles/?q=สม',
  '/board/',
  '/board/ask/',
  '/board/1/',
  '/board/1/edit/?post=1',
  '/board/1/report/?post=2',
  '/board/1/moderate/',
  '/board/queue/',
  '/board/waiting/',
];

/** Sends the form of a page that has this label, with these fields. */
const send = async (page: Page, fields: Readonly<Record<string, string>>, button: string) => {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  await page.waitForLoadState();
};

const join = async (page: Page, { origin, tokenFor }: DeskHere): Promise<void> => {
  await page.goto(`${origin}/members/sign-up/`);
  await page.getByLabel(/ยินยอม/).check();
  const signUp = { ชื่อที่ให้ผู้อื่นเห็น: 'สมชาย สมมติ', อีเมล: EMAIL, รหัสผ่าน: PASSWORD };
  await send(page, signUp, 'สมัคร');
  await page.waitForURL(`${origin}/members/sent/`);
  await page.goto(`${origin}/members/confirm/?token=${tokenFor(EMAIL)}`);
  await send(page, {}, 'ยืนยันอีเมลนี้');
  await send(page, { อีเมล: EMAIL, รหัสผ่าน: PASSWORD }, 'เข้าสู่ระบบ');
  await page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' }).waitFor();
};

const makeAdministrator = async ({ place }: DeskHere): Promise<void> => {
  const { db, close } = await openDeskDatabase(place);
  const { id = '' } = (await memberByEmail(db, EMAIL)) ?? {};
  const by = { actor: 'command', now: new Date() };
  await grantRole(db, id, { role: 'administrator', office: null }, by);
  await close();
};

/** Keeps pictures of a page for people to look at, where DESK_SHOTS names a folder. */
const takePicture = async (page: Page, path: string): Promise<void> => {
  const folder = process.env.DESK_SHOTS;
  if (!folder) return;
  const name = path.replaceAll('/', '-');
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.screenshot({ path: `${folder}/page${name}${width}.png`, fullPage: true });
  }
};

/** What is wrong with a page: for axe in light and dark, and by scrolling sideways at these widths and sizes of text. */
const faultsOf = async (page: Page, url: string): Promise<string[]> => {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(url);
  const found = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violations(page, DARK)));
  for (const [width, size] of [
    [390, '100%'],
    [320, '100%'],
    [1280, '200%'],
    [390, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, size);
    if (wide > 0) found.push(`${wide} px too wide at ${width} px with text of ${size}`);
  }
  await takePicture(page, new URL(url).pathname);
  return found.map((fault) => `${new URL(url).pathname}: ${fault}`);
};

/** What a keyboard does not come to on a page, of all that can be pressed or filled in. */
const unreached = async (page: Page): Promise<string[]> => {
  const all = page.locator(
    'main :is(a[href], button, input:not([type=hidden]), select, textarea, summary):visible',
  );
  await all.evaluateAll((elements) => {
    for (const element of elements) element.setAttribute('data-reach', '');
  });
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) =>
      (target as Element).removeAttribute('data-reach'),
    );
  });
  for (let presses = 0; presses < 200; presses += 1) await page.keyboard.press('Tab');
  return page
    .locator('main [data-reach]')
    .evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 120)));
};

it('pages of members and the board have no fault that axe finds, in light and dark, fit on phones and with text of 200 %, and are reached by keyboard', {
  timeout: 240_000,
}, async () => {
  const PORT = await freePort();
  const desk = await startDeskHere({
    ...PROVIDER,
    PORT,
    WIAN_SITE_URL: `http://localhost:${PORT}`,
  });
  onTestFinished(desk.close);
  const { origin } = desk;
  await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
    await join(page, desk);
    await makeAdministrator(desk);
    await page.goto(`${origin}/board/ask/`);
    await send(page, { 'คำถามสั้น ๆ': 'รหัส OTP ไม่มา', รายละเอียด: 'รอสิบนาทีแล้ว' }, 'ถาม');
    await page.waitForURL(/\/board\/1\//);
    await send(page, { คำตอบของท่าน: 'ดูใน**จดหมายขยะ**' }, 'ตอบ');
    await page.getByText('จดหมายขยะ').waitFor();
    await page.goto(`${origin}/board/1/edit/?post=1`);
    await page.locator('main textarea').fill('รอสิบห้านาทีแล้ว');
    await page.locator('main form button').last().press('Enter');
    await page.waitForURL(/\/board\/1\/(?:$|[?#])/);
    const found: string[] = [];
    for (const path of INSIDE) found.push(...(await faultsOf(page, origin + path)));
    await page.setViewportSize(PHONE);
    for (const path of ['/members/', '/members/offices/', '/board/1/', '/board/ask/']) {
      await page.goto(origin + path);
      found.push(
        ...(await unreached(page)).map((element) => `${path}: no key leads to ${element}`),
      );
    }
    await page.goto(`${origin}/members/`);
    await page.getByRole('button', { name: 'ออกจากระบบ', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'เข้าสู่ระบบ' }).waitFor();
    for (const path of OUTSIDE) found.push(...(await faultsOf(page, origin + path)));
    expect(found).toEqual([]);
  });
});
