import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serveDesk } from '../../scripts/desk/serve.ts';
import { readDeskSettings } from '../../scripts/desk/settings.ts';
import { violations } from './axe.ts';
import { onPage } from './portal.ts';

const ROOT = join(import.meta.dirname, '../..');

const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(String(port)));
    });
  });

const tokenIn = (outbox: string): string => {
  const letter = readFileSync(join(outbox, readdirSync(outbox).sort().at(-1) ?? ''), 'utf8');
  const [head = '', ...body] = letter.split('\r\n\r\n');
  const text = /encoding: base64/i.test(head)
    ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : body.join('\n').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  return /token=(\S+)/.exec(text)?.[1] ?? '';
};

it('a member signs up, confirms by mail, signs in and out, on a phone without JavaScript', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wian-desk-'));
  const PORT = await freePort();
  const settings = readDeskSettings(ROOT, { PORT }, '2026-11-29');
  const faults: string[] = [];
  const place = { kind: 'sqlite', file: join(data, 'desk.sqlite') } as const;
  const desk = await serveDesk(ROOT, { ...settings, data, place }, (line) => faults.push(line));
  const at = `${settings.origin}/members/`;
  try {
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
        await page.goto(`${at}confirm/?token=${tokenIn(join(data, 'outbox'))}`);
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
    expect(faults).toEqual([]);
  } finally {
    await desk.close();
    rmSync(data, { recursive: true });
  }
});
