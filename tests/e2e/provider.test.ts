import { expect, it, onTestFinished } from 'vitest';
import { startProvider } from '../desk/identity-provider.ts';
import { freePort } from '../desk/running-desk.ts';
import { violations } from './axe.ts';
import { onPage } from './portal.ts';
import { startDeskHere } from './running-desk.ts';

const PHONE = { width: 390, height: 844 };

it('somebody signs up by an identity provider on a phone without JavaScript, and in again with it', async () => {
  const PORT = await freePort();
  const provider = await startProvider(`http://127.0.0.1:${PORT}`, { somchai: {} });
  onTestFinished(provider.stop);
  const desk = await startDeskHere({ ...provider.env, PORT });
  onTestFinished(desk.close);
  const at = `${desk.origin}/members/`;
  await onPage(`${at}sign-up/`, { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
    await page.getByRole('link', { name: 'สมัครด้วย ThaiD' }).click();
    await page.getByLabel('ชื่อที่ให้ผู้อื่นเห็น').fill('สมชาย สมมติ');
    await page.getByLabel(/ยินยอม/).check();
    await page.getByRole('button', { name: 'สมัครด้วย ThaiD' }).click();
    await page.getByPlaceholder('Enter any login').fill('somchai');
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' }).waitFor();
    expect(page.url()).toBe(at);
    await page.getByRole('button', { name: 'ออกจากระบบ', exact: true }).click();
    // The provider still knows who it is, and asks nothing.
    await page.getByRole('button', { name: 'เข้าสู่ระบบด้วย ThaiD' }).click();
    await page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' }).waitFor();
  });
  await onPage(at, { viewport: PHONE }, async (page) => {
    await page.getByRole('button', { name: 'เข้าสู่ระบบด้วย ThaiD' }).press('Enter');
    await page.getByPlaceholder('Enter any login').fill('somchai');
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' }).waitFor();
    const shots = process.env.DESK_SHOTS;
    for (const path of ['', 'provider/', 'sign-up/', 'privacy/']) {
      await page.goto(at + path);
      expect([path, await violations(page)]).toEqual([path, []]);
      if (shots)
        await page.screenshot({
          path: `${shots}/provider-${path.replace('/', '')}.png`,
          fullPage: true,
        });
    }
    if (shots) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(at);
      await page.screenshot({ path: `${shots}/provider-dark.png`, fullPage: true });
    }
  });
});
