import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cutOutPictures } from '#store/document/page-picture.ts';
import { copyProject } from '../../scripts/bench/temporary-project.ts';
import { freePort } from '../desk/running-desk.ts';
import { jsqr } from '../qr/decoders.ts';
import { fromSharp } from '../qr/picture.ts';
import { faultsOf, join, makeEditor, PHONE, unreached } from './desk-checks.ts';
import { onPage } from './portal.ts';
import { runBuild } from './run-build.ts';
import { type DeskHere, startDeskIn } from './running-desk.ts';

const LETTER = pathOf(
  import.meta.dirname,
  '../../src/store/document/fixtures/pdf/chromium-156-sarabun.pdf',
);
const SUMMARY = 'ให้จังหวัดแจ้งท้องถิ่นสำรวจน้ำดื่ม เรื่องนี้แต่งขึ้น';

let desk: DeskHere;
beforeAll(async () => {
  const root = await copyProject(pathOf(import.meta.dirname, '../..'));
  const PORT = await freePort();
  await runBuild(root, { WIAN_SITE_URL: `http://127.0.0.1:${PORT}` });
  desk = await startDeskIn(root, { PORT });
}, 240_000);
afterAll(() => desk?.close(), 60_000);

/** A scan of the made-up letter, a little blurred. */
const scan = async (): Promise<Buffer> => {
  const [page] = await cutOutPictures(new Uint8Array(readFileSync(LETTER)), 1, [
    [0, 0, 1000, 1000],
  ]);
  return sharp(Buffer.from(page ?? []))
    .blur(0.8)
    .jpeg({ quality: 60 })
    .toBuffer();
};

/** What a person does on a page, counted. */
const person = (page: Page) => {
  let presses = 0;
  return {
    presses: () => presses,
    press: async (role: 'link' | 'button', name: string): Promise<void> => {
      presses += 1;
      await page.getByRole(role, { name, exact: true }).first().press('Enter');
    },
    choose: async (
      label: RegExp,
      file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
    ) => {
      presses += 2;
      await page.getByLabel(label).setInputFiles(file);
    },
    write: async (label: RegExp, text: string): Promise<void> => {
      presses += 1;
      await page.getByLabel(label).first().fill(text);
    },
    tick: async (label: RegExp): Promise<void> => {
      presses += 1;
      await page.getByLabel(label).first().press('Space');
    },
  };
};

it('brings a scan from the file to a public page with its QR code and feed item', {
  timeout: 480_000,
}, async () => {
  const { origin } = desk;
  const name = 'scan.jpg';
  const picture = { name, mimeType: 'image/jpeg', buffer: await scan() };
  await onPage(`${origin}/members/`, {}, async (page) => {
    await join(page, desk);
    await makeEditor(desk);
    await page.goto(`${origin}/members/`);
    const began = Date.now();
    const editor = person(page);
    await editor.press('link', 'นำเข้าหนังสือ');
    await editor.choose(/^ไฟล์หนังสือ/, picture);
    await editor.press('button', 'ส่งให้ระบบอ่าน');
    await page.getByRole('button', { name: 'ดูตัวอย่าง' }).waitFor({ timeout: 120_000 });
    const read = Date.now();
    // Fields in doubt stand first, each with the part of the page on which it was read.
    const first = page.locator('.letter-field').first();
    await first.getByRole('img').waitFor();
    expect(await first.getByText('ยังสงสัย ให้หน้าเว็บบอกไว้').count()).toBe(1);
    expect(await page.locator('svg.letter-page').count()).toBe(1);
    await editor.write(/^แก้เป็น: เรื่อง/, 'การสำรวจน้ำดื่มในหมู่บ้านและชุมชน');
    await editor.write(/^สรุปหนึ่งประโยค/, SUMMARY);
    await editor.tick(/^เรื่องที่แต่งขึ้น/);
    await editor.write(/^ต้องทำอะไร/, 'ส่งแบบสำรวจ');
    await editor.choose(/^ไฟล์ของ .แบบสำรวจ/, {
      name: 'form.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('หมู่บ้าน,ผล\n'),
    });
    await editor.press('button', 'ดูตัวอย่าง');
    await page.getByText('กลับไปแก้ หรือเผยแพร่').waitFor({ timeout: 120_000 });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('การสำรวจน้ำดื่ม');
    await editor.press('link', 'กลับไปแก้ หรือเผยแพร่');
    await editor.press('button', 'เผยแพร่');
    await page.locator('[data-build="live"]').first().waitFor({ timeout: 240_000 });
    await editor.press('link', 'เปิดหน้าเว็บ');
    await page.waitForURL(/\/circulars\/2569\//);
    const seconds = (Date.now() - began) / 1000;
    console.log(
      `A letter from file to public page: ${editor.presses()} presses, ${seconds.toFixed(0)} s, of them ${((read - began) / 1000).toFixed(0)} s until it was read.`,
    );
    const path = new URL(page.url()).pathname;
    for (const text of [SUMMARY, 'ส่งแบบสำรวจ', 'form.csv']) {
      expect(await page.content()).toContain(text);
    }
    const feed = await page.request.get(`${origin}/feeds/circulars/atom.xml`);
    expect(await feed.text()).toContain(path);
    const shot = await page.locator('.qr-card .qr-symbol').screenshot();
    const [code] = await jsqr([await fromSharp(sharp(shot))]);
    expect(code).toMatch(new RegExp(`^${origin}/q/`, 'i'));
    await page.goto(code ?? '');
    await page.waitForURL(`${origin}${path}`);
  });
});

it('keeps the old portal where the check refuses the content, and says why; pages are without faults', {
  timeout: 360_000,
}, async () => {
  const { origin, root } = desk;
  await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
    await page.getByLabel('อีเมล', { exact: true }).fill('somchai@office.example');
    await page.getByLabel('รหัสผ่าน', { exact: true }).fill('correct-horse-battery');
    await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).press('Enter');
    await page.waitForURL(`${origin}/members/`);
    const before = readFileSync(pathOf(root, 'dist/index.html'), 'utf8');
    writeFileSync(pathOf(root, 'content/laws/broken.mdx'), '---\ntitle: x\n---\n');
    await page.goto(`${origin}/desk/publishing/`);
    await page.getByRole('button', { name: 'สร้างเว็บใหม่ตอนนี้' }).press('Enter');
    await page.locator('[data-build="failed"]').first().waitFor({ timeout: 120_000 });
    expect(await page.locator('main').textContent()).toContain('content/laws/broken.mdx');
    expect(readFileSync(pathOf(root, 'dist/index.html'), 'utf8')).toBe(before);
    rmSync(pathOf(root, 'content/laws/broken.mdx'));
    await page.goto(`${origin}/desk/letters/`);
    const letter = await page.getByRole('link', { name: 'scan.jpg' }).getAttribute('href');
    const found: string[] = [];
    for (const path of ['/desk/letters/', '/desk/publishing/', letter ?? '']) {
      found.push(...(await faultsOf(page, origin + path)));
      await page.setViewportSize(PHONE);
      await page.goto(origin + path);
      // Of a group of radio buttons Tab reaches one, and arrows the others.
      const left = (await unreached(page)).filter((one) => !one.includes('type="radio"'));
      found.push(...left.map((one) => `${path}: no key leads to ${one}`));
    }
    expect(found).toEqual([]);
  });
});
