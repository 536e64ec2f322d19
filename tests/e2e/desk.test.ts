import { expect, it, onTestFinished } from 'vitest';
import { violations } from './axe.ts';
import { onPage } from './portal.ts';
import { startDeskHere } from './running-desk.ts';

it('a member signs up, confirms by mail, signs in and out, on a phone without JavaScript', async () => {
  const desk = await startDeskHere();
  onTestFinished(desk.close);
  const at = `${desk.origin}/members/`;
  await onPage(
    `${at}sign-up/`,
    { viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
    async (page) => {
      await page.getByLabel('ชื่อที่ให้ผู้อื่นเห็น').fill('สมชาย สมมติ');
      await page.getByLabel('อีเมล', { exact: true }).fill('somchai@office.example');
      await page.getByLabel('รหัสผ่าน').fill('correct-horse-battery');
      await page.getByLabel(/ยินยอม/).check();
      await page.getByRole('button', { name: 'สมัคร', exact: true }).click();
      expect(page.url()).toBe(`${at}sent/`);
      await page.goto(`${at}confirm/?token=${desk.tokenFor('somchai@office.example')}`);
      await page.getByRole('button', { name: 'ยืนยันอีเมลนี้' }).click();
      await page.getByLabel('อีเมล').fill('somchai@office.example');
      await page.getByLabel('รหัสผ่าน').fill('correct-horse-battery');
      await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('สมชาย สมมติ');
      await page.getByRole('button', { name: 'ออกจากระบบ', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'เข้าสู่ระบบ' }).waitFor();
    },
  );
  await onPage(at, { viewport: { width: 390, height: 844 } }, async (page) => {
    await page.getByLabel('อีเมล').fill('somchai@office.example');
    await page.getByLabel('รหัสผ่าน').fill('correct-horse-battery');
    await page.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
    await page.getByRole('heading', { level: 1, name: 'สมชาย สมมติ' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

it('a reader whose browser has the worker of the portal sees the board of now, and pages with the ways there', async () => {
  const desk = await startDeskHere();
  onTestFinished(desk.close);
  await onPage(`${desk.origin}/`, { serviceWorkers: 'allow' }, async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const board = await page.goto(`${desk.origin}/board/`);
    expect([board?.fromServiceWorker(), board?.status()]).toEqual([true, 200]);
    await page.getByRole('heading', { level: 1, name: 'กระดานถามตอบ' }).waitFor();
    const faq = await page.goto(`${desk.origin}/faq/`);
    expect(faq?.fromServiceWorker()).toBe(true);
    expect(await page.locator('[data-desk-ask]').count()).toBe(1);
  });
});
