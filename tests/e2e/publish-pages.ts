import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { DARK, violations } from './axe.ts';
import { faultsOf, PHONE, signIn, unreached } from './desk-checks.ts';
import { person } from './person.ts';
import { onPage } from './portal.ts';
import type { DeskHere } from './running-desk.ts';

const QUESTION = 'รหัสผ่านหมดอายุแล้วต้องทำอย่างไร';
const FILE = 'content/faq/password-expired.mdx';

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.DESK_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/write-${name}.png`, fullPage: true });
};

/** Both looks of a page as it stands, in light and dark, and that nothing runs off the side. */
const faultsHere = async (page: Page): Promise<string[]> => {
  const found = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await violations(page, DARK)));
  await page.emulateMedia({ colorScheme: 'light' });
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return wide > 0 ? [...found, `${wide} px too wide`] : found;
};

/** A page from nothing to the portal, and what becomes of it. */
export const itPublishesPages = (deskOf: () => DeskHere): void => {
  const text = (): string => readFileSync(pathOf(deskOf().root, FILE), 'utf8');

  it('brings a question from nothing to a public page on a phone', {
    retry: 0,
    timeout: 480_000,
  }, async () => {
    const { origin } = deskOf();
    await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
      await signIn(page, origin);
      const began = Date.now();
      const editor = person(page);
      await editor.press('link', 'เขียนหน้าเว็บ');
      await editor.press('link', 'คำถามที่พบบ่อย');
      await editor.write(/^ที่อยู่ของหน้า/, 'password-expired');
      await editor.write(/^คำถาม/, QUESTION);
      await editor.write(/^คำตอบในหนึ่งประโยค/, 'ตั้งใหม่จากหน้าเข้าระบบ โทร 080-000-0000');
      await editor.write(/^หมวดของคำถาม/, 'เข้าใช้ New e-LAAS');
      await page.getByLabel('เนื้อความ (Markdown)').fill('ทำตามนี้');
      // What is wrong is said while one types.
      await page.getByText('พบ 1 ข้อที่ต้องแก้').waitFor({ timeout: 60_000 });
      expect(await page.locator('[data-fault="f.summary"]').textContent()).toContain('เบอร์');
      expect(await faultsHere(page)).toEqual([]);
      await shot(page, 'fault-390');
      await editor.write(/^คำตอบในหนึ่งประโยค/, 'ตั้งใหม่จากหน้าเข้าระบบ');
      await editor.press('button', 'ขั้นตอน');
      await page.keyboard.type('กด **ลืมรหัสผ่าน**');
      await page.getByText('ตรวจแล้ว ไม่พบปัญหา').waitFor({ timeout: 60_000 });
      expect(await page.locator('[data-fault="f.summary"]').isHidden()).toBe(true);
      const opened = page.context().waitForEvent('page');
      await editor.press('button', 'ดูตัวอย่าง (แท็บใหม่)');
      const preview = await opened;
      await preview.getByText('ตัวอย่าง ยังไม่เผยแพร่').waitFor({ timeout: 120_000 });
      expect(await preview.getByRole('heading', { level: 1 }).textContent()).toContain(QUESTION);
      expect(await preview.locator('main li', { hasText: 'ลืมรหัสผ่าน' }).count()).toBe(1);
      await shot(preview, 'preview-390');
      await preview.close();
      const seen = Date.now();
      await editor.press('button', 'เผยแพร่');
      await page.locator('.desk-done [data-build="live"]').waitFor({ timeout: 240_000 });
      await editor.press('link', 'เปิดหน้าเว็บ');
      await page.waitForURL(`${origin}/faq/password-expired/`);
      const seconds = (Date.now() - began) / 1000;
      console.log(
        `A question from nothing to a public page: ${editor.presses()} presses and fields, ${seconds.toFixed(0)} s, of them ${((Date.now() - seen) / 1000).toFixed(0)} s from the press to publish.`,
      );
      expect(await page.content()).toContain('ตั้งใหม่จากหน้าเข้าระบบ');
      expect(await page.locator('main li', { hasText: 'ลืมรหัสผ่าน' }).count()).toBe(1);
      expect(text()).toContain(
        'order: 999\n---\n\nทำตามนี้\n\n<Steps>\n1. กด **ลืมรหัสผ่าน**\n</Steps>\n',
      );
      await page.goto(`${origin}/faq/`);
      expect(await page.content()).toContain(QUESTION);
    });
  });

  it('changes it without a script, shows the second what the first did, takes back and withdraws', {
    retry: 0,
    timeout: 480_000,
  }, async () => {
    const { origin } = deskOf();
    const at = `${origin}/desk/pages/faq/password-expired/`;
    const isLive = async (page: Page): Promise<void> => {
      // Asked beside the page: that one opens itself anew, which would meet a navigation.
      const isBuilding = async (): Promise<boolean> => {
        const answer = await page.request.get(`${origin}/desk/publishing/`);
        return /data-build="(?:waiting|building)"/.test(await answer.text());
      };
      await expect.poll(isBuilding, { timeout: 120_000, interval: 500 }).toBe(false);
    };
    await onPage(
      `${origin}/members/`,
      { viewport: PHONE, javaScriptEnabled: false },
      async (page) => {
        await signIn(page, origin);
        await page.goto(at);
        const other = await page.context().newPage();
        await other.goto(at);
        await other.getByLabel(/^คำตอบในหนึ่งประโยค/).fill('ของคนแรก');
        await other.getByRole('button', { name: 'เผยแพร่', exact: true }).press('Enter');
        await other.waitForURL(/\/desk\/publishing\//);
        await other.close();
        const first = text();
        await page.getByLabel('เนื้อความ (Markdown)').fill('ของคนที่สอง');
        await page.getByRole('button', { name: 'เผยแพร่', exact: true }).press('Enter');
        await page.getByText('มีผู้อื่นแก้หน้านี้ระหว่างที่ท่านเปิดอยู่').waitFor();
        expect(text()).toBe(first);
        await shot(page, 'conflict-390');
        expect(await page.getByLabel(/^คำตอบในหนึ่งประโยค/).inputValue()).toBe('ของคนแรก');
        await page.getByRole('button', { name: 'เผยแพร่', exact: true }).press('Enter');
        await page.waitForURL(/\/desk\/publishing\//);
        expect(text()).toContain('summary: ของคนแรก');
        expect(text()).toContain('\nของคนที่สอง\n');
        await page.goto(at);
        await page.getByRole('button', { name: 'เอากลับ: เผยแพร่', exact: true }).press('Enter');
        await page.getByText('เอากลับแล้ว', { exact: true }).first().waitFor();
        expect(text()).toBe(first);
        await page.getByText('ถอนหน้านี้', { exact: true }).first().press('Enter');
        await page.getByLabel('เหตุที่ถอน').fill('คำตอบเก่าแล้ว');
        await page.getByRole('button', { name: 'ถอนหน้านี้', exact: true }).press('Enter');
        await page.getByText('ถอนแล้ว เพราะ คำตอบเก่าแล้ว').waitFor();
        await isLive(page);
        await page.goto(`${origin}/faq/password-expired/`);
        await shot(page, 'withdrawn-390');
        expect(await page.locator('main').innerText()).toMatch(/เวียนถอนหน้านี้แล้ว[\s\S]*คำตอบเก่าแล้ว/);
        await page.goto(at);
        await page.getByRole('button', { name: 'นำหน้านี้กลับ', exact: true }).press('Enter');
        await page.getByText('นำหน้านี้กลับแล้ว').waitFor();
        await isLive(page);
        await page.goto(`${origin}/faq/password-expired/`);
        expect(await page.locator('main').innerText()).not.toContain('เวียนถอนหน้านี้แล้ว');
      },
    );
  });

  it('shows pictures in a preview: one that was just chosen, and where another page has one', {
    timeout: 240_000,
  }, async () => {
    const { origin, root } = deskOf();
    const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const folder = pathOf(root, 'content/faq/pictured');
    mkdirSync(folder);
    writeFileSync(pathOf(folder, 'map.png'), png);
    writeFileSync(pathOf(folder, 'index.mdx'), `${text().trimEnd()}\n\n![แผนที่](map.png)\n`);
    await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
      await signIn(page, origin);
      const shown = async (path: string, choose: () => Promise<void>): Promise<number[]> => {
        await page.goto(origin + path);
        await choose();
        const opened = page.context().waitForEvent('page');
        await page.getByRole('button', { name: 'ดูตัวอย่าง (แท็บใหม่)' }).press('Enter');
        const preview = await opened;
        const picture = preview.locator('main img[alt^="แผน"]');
        await picture.first().waitFor({ timeout: 60_000 });
        await shot(preview, 'preview-picture-390');
        const widths = await picture.evaluateAll((all) =>
          all.map((one) => (one as HTMLImageElement).naturalWidth),
        );
        await preview.close();
        return widths;
      };
      expect(await shown('/desk/pages/faq/pictured/', async () => {})).toEqual([40]);
      const choose = async (): Promise<void> => {
        await page.getByText('ใส่รูป', { exact: true }).press('Enter');
        await page
          .getByLabel('ไฟล์รูป')
          .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: png });
        await page.getByLabel(/^ในรูปมีอะไร/).fill('แผนผัง');
      };
      expect(await shown('/desk/pages/faq/password-expired/', choose)).toEqual([40]);
    });
    rmSync(folder, { recursive: true });
  });

  it('has pages without faults, for every section', { timeout: 360_000 }, async () => {
    const { origin, root } = deskOf();
    await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
      await signIn(page, origin);
      const found: string[] = [];
      const paths = [
        '/desk/pages/',
        '/desk/pages/?q=รหัส',
        '/desk/pages/new/laws/',
        '/desk/pages/new/forms/',
        '/desk/pages/faq/password-expired/',
        '/desk/pages/forms/user-access-request/',
        '/desk/pages/cancel/?page=laws/old',
      ];
      for (const path of paths) found.push(...(await faultsOf(page, origin + path)));
      for (const path of paths.slice(0, 1).concat(paths.slice(4, 5))) {
        await page.setViewportSize(PHONE);
        await page.goto(origin + path);
        const left = await unreached(page);
        found.push(...left.map((one) => `${path}: no key leads to ${one}`));
      }
      expect(found).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 844 });
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const [name, path] of [
        ['list', '/desk/pages/'],
        ['edit', '/desk/pages/forms/user-access-request/'],
        ['law', '/desk/pages/laws/mt-0808-4-w219-2567/'],
      ] as const) {
        await page.goto(origin + path);
        await shot(page, `${name}-1280-dark`);
      }
      // A file that cannot be read says so in the list, and on its page.
      const broken = pathOf(root, 'content/news/broken.mdx');
      writeFileSync(broken, '---\ntitle: [\n---\n');
      await page.goto(`${origin}/desk/pages/?q=broken`);
      expect(await page.locator('main').textContent()).toContain('อ่านส่วนหัวของไฟล์ไม่ได้');
      expect((await page.goto(`${origin}/desk/pages/news/broken/`))?.status()).toBe(422);
      rmSync(broken);
    });
  });
};
