import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../desk/running-desk.ts';
import { violations } from './axe.ts';
import { onPage } from './portal.ts';
import { startDeskHere } from './running-desk.ts';

const PHONE = { width: 390, height: 844 };
const EMAIL = 'somchai@office.example';
const PASSWORD = 'correct-horse-battery';

/** Gives the browser a device for passkeys, whose holder it recognises. */
const withDevice = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    know: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
};

it('a member adds a passkey on a phone by keyboard, signs in by it, names and removes it', async () => {
  const PORT = await freePort();
  const desk = await startDeskHere({ PORT, WIAN_SITE_URL: `http://localhost:${PORT}` });
  onTestFinished(desk.close);
  const at = `${desk.origin}/members/`;
  await onPage(`${at}sign-up/`, { viewport: PHONE }, async (page) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      // What the desk refuses is in the console too, as a response that is not OK.
      if (line.type() === 'error' && !/status of 422/.test(line.text())) faults.push(line.text());
    });
    const device = await withDevice(page);
    await page.getByLabel('ชื่อที่ให้ผู้อื่นเห็น').fill('สมชาย สมมติ');
    await page.getByLabel('อีเมล', { exact: true }).fill(EMAIL);
    await page.getByLabel('รหัสผ่าน').fill(PASSWORD);
    await page.getByLabel(/ยินยอม/).check();
    await page.getByRole('button', { name: 'สมัคร', exact: true }).click();
    await page.waitForURL(`${at}sent/`);
    await page.goto(`${at}confirm/?token=${desk.tokenFor(EMAIL)}`);
    await page.getByRole('button', { name: 'ยืนยันอีเมลนี้' }).click();
    await page.getByLabel('อีเมล').fill(EMAIL);
    await page.getByLabel('รหัสผ่าน').fill(PASSWORD);
    await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    const heading = page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' });
    await heading.waitFor();
    await page.getByLabel('ชื่อของพาสคีย์').fill('มือถือ');
    await page.getByLabel('ชื่อของพาสคีย์').press('Enter');
    await page.getByRole('status').filter({ hasText: 'เพิ่มพาสคีย์แล้ว' }).waitFor();
    await page.getByRole('button', { name: 'เพิ่มพาสคีย์' }).press('Enter');
    await page.getByRole('alert').filter({ hasText: 'มีพาสคีย์ของท่านอยู่แล้ว' }).waitFor();
    await page.getByRole('button', { name: 'ออกจากระบบ', exact: true }).click();
    const signIn = page.getByRole('button', { name: 'เข้าสู่ระบบด้วยพาสคีย์' });
    await device.know(false);
    await signIn.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'ไม่ได้ใช้พาสคีย์' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await device.know(true);
    await signIn.press('Enter');
    await heading.waitFor();
    await page.getByText('เปลี่ยนชื่อ: มือถือ').press('Enter');
    await page.getByLabel('ชื่อของพาสคีย์').first().fill('แท็บเล็ต');
    await page.getByRole('button', { name: 'เปลี่ยนชื่อ: มือถือ' }).press('Enter');
    await page.getByText('พาสคีย์ "แท็บเล็ต"').waitFor();
    const shots = process.env.DESK_SHOTS;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
      for (const width of [PHONE.width, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
        const path = `${shots}/passkeys-${colorScheme}-${width}.png`;
        if (shots) await page.screenshot({ path, fullPage: true });
      }
    }
    await page.getByRole('button', { name: 'ลบพาสคีย์: แท็บเล็ต' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'ลบพาสคีย์แล้ว' }).waitFor();
    await page.getByRole('button', { name: 'ออกจากระบบ', exact: true }).click();
    await signIn.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'ใช้เข้าสู่ระบบไม่ได้' }).waitFor();
    expect(faults).toEqual([]);
  });
  await onPage(at, { javaScriptEnabled: false }, async (page) => {
    // Looked for by its element: Playwright passes over texts within one.
    const said = page.locator('main noscript p');
    expect(await said.innerText()).toContain('พาสคีย์ต้องใช้ JavaScript');
    expect(await page.getByRole('button', { name: 'เข้าสู่ระบบด้วยพาสคีย์' }).count()).toBe(0);
  });
});
