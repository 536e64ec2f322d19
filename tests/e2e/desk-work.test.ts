import { expect, it, onTestFinished } from 'vitest';
import { FULL, madeUpFiles } from '../../scripts/track/testing/made-up-files.ts';
import { csvOf, ROWS } from '../../scripts/track/testing/made-up-register.ts';
import { faultsOf, join, makeOfficer, PHONE, unreached } from './desk-checks.ts';
import { onPage } from './portal.ts';
import { startDeskHere } from './running-desk.ts';

const AT = `/desk/movements/${FULL}/`;
const PATHS = [
  '/desk/movements/?office=p88&all=1',
  '/desk/registers/',
  `${AT}?office=p88`,
  `${AT}correct/?office=p88&no=4`,
  `${AT}below/?office=p88&branch=districts`,
];

/** Letters of which no circular is known. */
const MANY = Array.from({ length: 20 }, (_, at) => [
  String(200 + at),
  '๙/๓/๒๕๖๘',
  '',
  `กค ๐๘๙๙/${at}`,
  '๓ มีนาคม ๒๕๖๘',
  'กระทรวงอื่น',
  'เรื่องอื่น',
]);

it('an officer records, sees what is wrong and takes back by keyboard on a phone, and the pages have no fault that axe finds, fit and are reached by keys', {
  timeout: 240_000,
}, async () => {
  const desk = await startDeskHere({}, madeUpFiles());
  onTestFinished(desk.close);
  const { origin } = desk;
  await onPage(`${origin}/members/`, { viewport: PHONE }, async (page) => {
    await join(page, desk);
    await makeOfficer(desk, 'p88');
    await page.goto(`${origin}/members/`);
    await page.getByRole('link', { name: 'บันทึกการรับและส่งต่อ', exact: true }).press('Enter');
    await page.getByRole('link', { name: /หนังสือตัวอย่าง dla-0899-9-w5-0501/ }).press('Enter');
    const form = page.locator('details', { has: page.locator('input[value="received"]') });
    await form.getByLabel('วันที่', { exact: true }).fill('1/4/2567');
    await form.getByLabel('เลขรับ', { exact: true }).fill('๑๒๓');
    await form.getByRole('button', { name: 'บันทึก: รับ' }).press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('1 เม.ย. 2567');
    await form.getByLabel('วันที่', { exact: true }).fill('๗ พ.ค. ๖๗');
    await form.getByRole('button', { name: 'บันทึก: รับ' }).press('Enter');
    await page.getByText('บันทึกแล้ว หน้าเว็บแสดงเมื่อเผยแพร่ครั้งถัดไป').waitFor();
    await page.getByText('รับ · 7 พ.ค. 2567 · เลข ๑๒๓').waitFor();
    await page.getByRole('button', { name: /^เอากลับ: บันทึก/ }).press('Enter');
    await page.getByText('เอากลับแล้ว ด้วยรายการแก้ไข').waitFor();
    await page.goto(`${origin}/desk/registers/`);
    const register = csvOf([...ROWS.slice(2), ...MANY]);
    await page.getByLabel('ไฟล์ทะเบียน', { exact: true }).setInputFiles({
      name: 'r.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(register),
    });
    await page.getByRole('button', { name: 'ส่งไฟล์ไปตรวจ' }).press('Enter');
    await page.getByText('จะบันทึก 1 รายการ ยังไม่ได้บันทึก').waitFor();
    const registerPath = new URL(page.url()).pathname;
    const found: string[] = [];
    for (const path of [...PATHS, registerPath]) {
      found.push(...(await faultsOf(page, origin + path)));
      await page.setViewportSize(PHONE);
      await page.goto(origin + path);
      found.push(...(await unreached(page)).map((one) => `${path}: no key leads to ${one}`));
    }
    await page.goto(origin + registerPath);
    await page.getByLabel('บันทึกแถว 3', { exact: true }).press('Space');
    await page.getByRole('button', { name: 'บันทึก', exact: true }).press('Enter');
    await page.getByText('บันทึกแล้ว 2 รายการ').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'รับไฟล์ส่วนที่เหลือ (CSV)' }).press('Enter');
    expect((await download).suggestedFilename()).toBe('r.csv.rest.csv');
    await page.goto(`${origin}/desk/registers/`);
    await page.getByRole('link', { name: 'r.csv', exact: true }).waitFor();
    expect(found).toEqual([]);
  });
});
