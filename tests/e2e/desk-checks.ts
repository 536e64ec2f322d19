import type { Page } from 'playwright-core';
import type { Grant } from '#core/board/role.ts';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { DARK, violations } from './axe.ts';
import type { DeskHere } from './running-desk.ts';

/** The screen of a phone. */
export const PHONE = { width: 390, height: 844 };
/** Address and password of the member whom {@link join} makes. */
export const EMAIL = 'somchai@office.example';
const PASSWORD = 'correct-horse-battery';

/** Sends the form of a page that has this label, with these fields. */
export const send = async (
  page: Page,
  fields: Readonly<Record<string, string>>,
  button: string,
) => {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  await page.waitForLoadState();
};

/** Signs the member in whom {@link join} made. */
export const signIn = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/members/`);
  await send(page, { อีเมล: EMAIL, รหัสผ่าน: PASSWORD }, 'เข้าสู่ระบบ');
  await page.waitForURL(`${origin}/members/`);
  await page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' }).waitFor();
};

/** Signs up, confirms the address, and signs in. */
export const join = async (page: Page, { origin, tokenFor }: DeskHere): Promise<void> => {
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

const grant = async ({ place }: DeskHere, given: Grant): Promise<void> => {
  const { db, close } = await openDeskDatabase(place);
  const { id = '' } = (await memberByEmail(db, EMAIL)) ?? {};
  await grantRole(db, id, given, { actor: 'command', now: new Date() });
  await close();
};

/** Makes the member whom {@link join} makes an officer of an office. */
export const makeOfficer = (desk: DeskHere, office: string): Promise<void> =>
  grant(desk, { role: 'officer', office });

/** Makes them an editor. */
export const makeEditor = (desk: DeskHere): Promise<void> =>
  grant(desk, { role: 'editor', office: null });

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
export const faultsOf = async (page: Page, url: string): Promise<string[]> => {
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
export const unreached = async (page: Page): Promise<string[]> => {
  const all = page.locator(
    // What Enter in a field presses is neither seen nor heard.
    'main :is(a[href], button, input:not([type=hidden]), select, textarea, summary):visible:not([aria-hidden=true][tabindex="-1"])',
  );
  await all.evaluateAll((elements) => {
    for (const element of elements) element.setAttribute('data-reach', '');
  });
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) =>
      (target as Element).removeAttribute('data-reach'),
    );
  });
  const left = page.locator('main [data-reach]');
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    // To ask costs as much as to press.
    if (presses % 10 === 9 && (await left.count()) === 0) return [];
  }
  return left.evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 120)));
};
