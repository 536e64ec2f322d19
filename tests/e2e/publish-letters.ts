import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { cutOutPictures } from '#store/document/page-picture.ts';
import { csvOf, HEADING } from '../../scripts/track/testing/made-up-register.ts';
import { codesOfPdf } from '../desk/pdf-codes.ts';
import { jsqr } from '../qr/decoders.ts';
import { fromSharp } from '../qr/picture.ts';
import { faultsOf, makeOfficer, PHONE, signIn, unreached } from './desk-checks.ts';
import { person } from './person.ts';
import { onPage } from './portal.ts';
import type { DeskHere } from './running-desk.ts';

const LETTER = pathOf(
  import.meta.dirname,
  '../../src/store/document/fixtures/pdf/chromium-156-sarabun.pdf',
);
const SUMMARY = 'ให้จังหวัดแจ้งท้องถิ่นสำรวจน้ำดื่ม เรื่องนี้แต่งขึ้น';

/** Path of the page of the letter, once it is published. */
let published = '';

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

/** A letter from a file to its page and its table of acknowledgements. */
export const itPublishesLetters = (deskOf: () => DeskHere): void => {
  it('brings a scan from the file to a public page with its QR code and feed item', {
    timeout: 480_000,
  }, async () => {
    const { origin } = deskOf();
    const name = 'scan.jpg';
    const picture = { name, mimeType: 'image/jpeg', buffer: await scan() };
    await onPage(`${origin}/members/`, {}, async (page) => {
      await signIn(page, origin);
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
      // What the page shows and leads to is there before it is published.
      const beside = await page
        .locator('main img, main a[href$="form.csv"]')
        .evaluateAll((all) =>
          all.map((one) =>
            one instanceof HTMLImageElement ? one.src : (one as HTMLAnchorElement).href,
          ),
        );
      expect(beside.filter((address) => address.includes('/preview/')).length).toBeGreaterThan(2);
      for (const address of beside) {
        expect([address, (await page.request.get(address)).status()]).toEqual([address, 200]);
      }
      await editor.press('link', 'กลับไปแก้ หรือเผยแพร่');
      await editor.press('button', 'เผยแพร่');
      await page.locator('.desk-done [data-build="live"]').waitFor({ timeout: 240_000 });
      await editor.press('link', 'เปิดหน้าเว็บ');
      await page.waitForURL(/\/circulars\/2569\//);
      const seconds = (Date.now() - began) / 1000;
      console.log(
        `A letter from file to public page: ${editor.presses()} presses, ${seconds.toFixed(0)} s, of them ${((read - began) / 1000).toFixed(0)} s until it was read.`,
      );
      const path = new URL(page.url()).pathname;
      published = path;
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

  it('is passed on by province and district, acknowledged by an authority, and on the map', {
    // What was recorded is recorded once.
    retry: 0,
    timeout: 360_000,
  }, async () => {
    const { origin } = deskOf();
    const at = `${origin}/desk/movements${published.replace(/^\/circulars/, '')}`;
    let codes: readonly string[] = [];
    await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
      await signIn(page, origin);
      await makeOfficer(deskOf(), 'p50');
      await page.goto(`${at}?office=p50`);
      const record = async (kind: string, fields: Readonly<Record<string, string>>) => {
        const form = page.locator('details', { has: page.locator(`input[value="${kind}"]`) });
        if ((await form.getAttribute('open')) === null)
          await form.locator('summary').first().press('Enter');
        for (const [label, text] of Object.entries(fields))
          await form.getByLabel(label, { exact: true }).fill(text);
        if (kind === 'sent') await form.getByLabel('ทุกอำเภอ', { exact: true }).press('Space');
        await form.getByRole('button', { name: /^บันทึก: / }).press('Enter');
        await page.getByText('บันทึกแล้ว หน้าเว็บแสดงเมื่อเผยแพร่ครั้งถัดไป').waitFor();
      };
      await record('received', { วันที่: '๑๘ มิ.ย. ๖๙', เลขรับ: '๔๐๑' });
      await record('sent', { วันที่: '๑๙ มิ.ย. ๖๙', เลขที่หนังสือนำส่ง: 'ชม ๐๐๒๓.๓/ว ๕๕' });
      await page.goto(`${origin}/desk/registers/`);
      await page.getByLabel('ทะเบียนของหน่วยงาน', { exact: true }).fill('d5009');
      const rows = [
        HEADING,
        ['๗๗', '๒๒/๖/๒๕๖๙', '', 'ชม ๐๐๒๓.๓/ว ๕๕', '๑๙ มิถุนายน ๒๕๖๙', 'จังหวัดเชียงใหม่', 'น้ำดื่ม'],
      ];
      await page.getByLabel('ไฟล์ทะเบียน', { exact: true }).setInputFiles({
        name: 'fang.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csvOf(rows)),
      });
      await page.getByRole('button', { name: 'ส่งไฟล์ไปตรวจ' }).press('Enter');
      await page.getByText('จะบันทึก 1 รายการ ยังไม่ได้บันทึก').waitFor();
      await page.getByRole('button', { name: 'บันทึก', exact: true }).press('Enter');
      await page.getByText('บันทึกแล้ว 1 รายการ').waitFor();
      await page.goto(`${at}slips/?office=d5009`);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'ทำใบตอบรับ (PDF)' }).press('Enter');
      codes = await codesOfPdf(readFileSync(await (await download).path()));
    });
    // Whoever has the sheet needs no password, and the sheet has an office a code.
    let acknowledged = '';
    await onPage(
      codes.at(-1) ?? '',
      { viewport: PHONE, javaScriptEnabled: false },
      async (page) => {
        acknowledged = (await page.locator('dd strong').textContent()) ?? '';
        await page.getByLabel('เลขในทะเบียนหนังสือรับของหน่วยงาน', { exact: true }).fill('๘๑๒');
        await page.getByLabel('วันที่ลงรับ', { exact: true }).fill('๒๔ มิ.ย. ๖๙');
        await page.getByRole('button', { name: 'ตอบรับ', exact: true }).press('Enter');
        await page.getByText('ขอบคุณ บันทึกการตอบรับแล้ว').waitFor();
      },
    );
    await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
      await signIn(page, origin);
      await page.goto(`${origin}/desk/publishing/`);
      const live = await page.locator('[data-build="live"]').count();
      await page.getByRole('button', { name: 'สร้างเว็บใหม่ตอนนี้' }).press('Enter');
      await page.locator('[data-build="live"]').nth(live).waitFor({ timeout: 240_000 });
      await page.goto(origin + published);
      const province = page.locator('tr[data-province=p50]');
      expect(await province.getAttribute('data-state')).toBe('passed-on-partly');
      expect(await page.locator('.map .of-passed-on-partly use[href$="#p50"]').count()).toBe(1);
      await page.locator('.by-province > summary').press('Enter');
      await province.locator('.opener').press('Enter');
      const district = page.locator('#offices-p50 .district', { hasText: 'อำเภอฝาง' });
      await district.locator('summary').press('Enter');
      const authority = district.locator('[data-state=acknowledged]');
      const name = await authority.locator('xpath=..').locator('.name').textContent();
      expect(acknowledged).toContain(name);
      expect(await authority.textContent()).toContain('ตอบรับแล้ว');
      if (process.env.DESK_SHOTS)
        await page.screenshot({ path: `${process.env.DESK_SHOTS}/whole.png`, fullPage: true });
    });
  });

  it('keeps the old portal where the check refuses the content, and says why; pages are without faults', {
    timeout: 360_000,
  }, async () => {
    const { origin, root } = deskOf();
    await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
      await signIn(page, origin);
      const before = readFileSync(pathOf(root, 'dist/index.html'), 'utf8');
      writeFileSync(pathOf(root, 'content/laws/broken.mdx'), '---\ntitle: x\n---\n');
      await page.goto(`${origin}/desk/publishing/`);
      const failed = await page.locator('[data-build="failed"]').count();
      await page.getByRole('button', { name: 'สร้างเว็บใหม่ตอนนี้' }).press('Enter');
      await page.locator('[data-build="failed"]').nth(failed).waitFor({ timeout: 120_000 });
      expect(await page.locator('main').textContent()).toContain('content/laws/broken.mdx');
      expect(readFileSync(pathOf(root, 'dist/index.html'), 'utf8')).toBe(before);
      rmSync(pathOf(root, 'content/laws/broken.mdx'));
      await page.goto(`${origin}/desk/letters/`);
      const item = page.getByRole('listitem').filter({ hasText: 'scan.jpg' });
      const letter = await item.getByRole('link').getAttribute('href');
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
};
