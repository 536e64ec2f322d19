import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FULL, ledgerOf, madeUpFiles } from '../../scripts/track/testing/made-up-files.ts';
import { codesOfPdf } from '../desk/pdf-codes.ts';
import { faultsOf, join, makeOfficer, PHONE, unreached } from './desk-checks.ts';
import { onPage } from './portal.ts';
import { startDeskHere } from './running-desk.ts';

const AT = `/desk/movements/${FULL}/`;

it('a slip that an officer prints is scanned, and acknowledged on a phone without JavaScript, cookies and password', {
  timeout: 240_000,
}, async () => {
  const desk = await startDeskHere({}, madeUpFiles());
  onTestFinished(desk.close);
  const { origin, root } = desk;
  const found: string[] = [];
  let codes: readonly string[] = [];
  await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
    await join(page, desk);
    await makeOfficer(desk, 'd8802');
    await page.goto(`${origin}${AT}?office=d8802`);
    await page.getByRole('link', { name: 'พิมพ์ใบตอบรับ' }).press('Enter');
    await page.getByText('หน่วยงานที่พิมพ์ใบให้ได้ 2 แห่ง').waitFor();
    await page.getByText('เปิดได้เฉพาะเครื่องนี้').waitFor();
    await page.waitForLoadState();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'ทำใบตอบรับ (PDF)' }).press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toBe(`slips-${FULL.replace('/', '-')}-d8802.pdf`);
    codes = await codesOfPdf(readFileSync(await file.path()));
    expect(codes).toHaveLength(2);
    await page.getByRole('status').getByText('ทำใบตอบรับแล้ว').waitFor();
    expect(await page.getByRole('button', { name: /^ยกเลิกใบที่/ }).count()).toBe(2);
    await page.getByRole('button', { name: 'ทำใบตอบรับ (PDF)' }).press('Enter');
    await page.getByRole('alert').getByText('มีใบที่ใช้ได้อยู่แล้ว').waitFor();
    for (const path of [`${AT}slips/?office=d8802`, '/ack/', new URL(codes[1] ?? '').pathname]) {
      found.push(...(await faultsOf(page, origin + path)));
      await page.setViewportSize(PHONE);
      await page.goto(origin + path);
      found.push(...(await unreached(page)).map((one) => `${path}: no key leads to ${one}`));
    }
  });
  // As a telephone hands it to its browser, with scheme and host in capitals.
  const scanned = codes.find((one) => one.startsWith(origin.toUpperCase())) ?? '';
  const phone = { viewport: PHONE, javaScriptEnabled: false };
  await onPage(scanned, phone, async (page) => {
    const office = await page.locator('dd strong').textContent();
    const isAuthority = office?.startsWith('องค์การบริหารส่วนตำบลสอง') ?? false;
    const id = isAuthority ? 'a880251' : 'd8802';
    const number = page.getByLabel('เลขในทะเบียนหนังสือรับของหน่วยงาน', { exact: true });
    const date = page.getByLabel('วันที่ลงรับ', { exact: true });
    const ledger = (): string[] =>
      readFileSync(joinPath(root, ledgerOf(FULL)), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(9);
    await number.fill('๘๑๒');
    await date.fill('1/3/2568');
    await page.getByRole('button', { name: 'ตอบรับ', exact: true }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(ledger()).toEqual([]);
    expect(await number.inputValue()).toBe('๘๑๒');
    await date.fill('๑๑ มี.ค. ๖๘');
    await page.getByRole('button', { name: 'ตอบรับ', exact: true }).press('Enter');
    await page.getByText('ขอบคุณ บันทึกการตอบรับแล้ว').waitFor();
    const row = `9,acknowledged,${id},2025-03-11,,๘๑๒,,,,,slip,,`;
    expect(ledger()).toEqual([row]);
    // Scanned again: what is recorded, and a way to correct it.
    await page.goto(scanned);
    await page.getByText('ตอบรับ · 11 มี.ค. 2568 · เลข ๘๑๒').waitFor();
    await number.fill('813');
    await page.getByRole('button', { name: 'แก้ไขให้ถูกต้อง', exact: true }).press('Enter');
    await page.getByText('ขอบคุณ บันทึกการแก้ไขแล้ว').waitFor();
    expect(ledger()).toEqual([row, `10,corrected,${id},2025-03-11,,813,,,,,slip,9,`]);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto(`${origin}/ack/`);
    await page.getByLabel('รหัสบนใบตอบรับ', { exact: true }).fill('abcd 2345');
    await page.getByRole('button', { name: 'เปิดใบตอบรับ', exact: true }).press('Enter');
    await page.getByText('ใบตอบรับนี้ใช้ไม่ได้').waitFor();
  });
  expect(found).toEqual([]);
});
