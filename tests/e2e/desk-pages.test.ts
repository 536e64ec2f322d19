import { expect, it, onTestFinished } from 'vitest';
import { openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import { freePort } from '../desk/running-desk.ts';
import { EMAIL, faultsOf, join, PHONE, send, unreached } from './desk-checks.ts';
import { onPage } from './portal.ts';
import { type DeskHere, startDeskHere } from './running-desk.ts';

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

const makeAdministrator = async ({ place }: DeskHere): Promise<void> => {
  const { db, close } = await openDeskDatabase(place);
  const { id = '' } = (await memberByEmail(db, EMAIL)) ?? {};
  const by = { actor: 'command', now: new Date() };
  await grantRole(db, id, { role: 'administrator', office: null }, by);
  await close();
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
