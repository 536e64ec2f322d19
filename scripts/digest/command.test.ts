import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { digest } from './command.ts';

const circular = (more: string): string => `---
${more}summary: ระบบปิดสองวัน
letter:
  level: department
  issuer: dla
  number: มท 0899.9/ว 41
  date: "2026-11-12"
  subject: ปิดระบบ
  to: [{ text: ผู้ว่าราชการจังหวัด ทุกจังหวัด, group: provinces }]
  secrecy: normal
source: สำเนา
---

ข้อความ
`;
const NEW = `id: new
title: แบบใหม่
force: { status: unknown }
cancels: [{ number: มท 0899.9/ว 40, date: "2026-01-05", record: laws/old }]
actions: [{ key: send, role: user, what: ส่งแบบ, deadline: "2026-12-01", source: ข้อ 2 }]
published: "2026-11-24"
attachments:
  - title: แบบสำรวจ
    withdrawn: { file: survey.pdf, date: "2026-11-26", reason: privacy }
`;
const LETTERS = `- key: p50
  level: province
  issuer: p50
  number: ชม 0023.3/ว 7
  date: "2026-11-20"
  subject: ปิดระบบ
  to: [{ text: นายอำเภอ ทุกอำเภอ, group: districts }]
  secrecy: normal
  attachments:
    - { title: บัญชี, withdrawn: { file: list.pdf, date: "2026-11-27", reason: error } }
`;
const law = (more: string): string =>
  `---\ntitle: แนวทางเดิม\nsummary: เดิม\nkind: directive-letter\npublished: "2026-01-01"\n${more}---\n\nข้อความ\n`;

let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-digest-'));
  put('content/circulars/2569/new/index.mdx', circular(NEW));
  put('content/circulars/2569/new/covering-letters.yaml', LETTERS);
  put(
    'content/circulars/2569/unfinished/index.mdx',
    circular(
      'id: unfinished\ndraft: true\ntitle: ร่าง\nforce: { status: unknown }\npublished: "2026-11-24"\n',
    ),
  );
  put(
    'content/laws/old.mdx',
    law(
      'force: { status: cancelled, by: circulars/2569/new, recorded: "2026-11-25", since: "2026-12-01" }\n',
    ),
  );
});
afterAll(() => rmSync(root, { recursive: true }));

const runAt = (site: string, ...args: string[]) =>
  recordedRun(digest, args, { cwd: root, today: '2026-11-28', env: { WIAN_SITE_URL: site } });
const run = (...args: string[]) => runAt('https://wian.example', ...args);

it('links to a portal that stands under a path', async () => {
  const { out } = await runAt('https://wian.example/sub/path');
  const addresses = out.join('\n').match(/https:\S+/g) ?? [];
  expect(addresses).toContain('https://wian.example/sub/path/laws/old/');
  expect(addresses.filter((one) => !one.startsWith('https://wian.example/sub/path/'))).toEqual([]);
});

it('prints the last seven days: what was cancelled, taken off, due and new, and no draft', async () => {
  const { code, out, err } = await run();
  expect([code, ...err]).toEqual([EXIT.ok]);
  expect(out.join('\n')).toMatchInlineSnapshot(`
    "เวียน: สรุป 22 พฤศจิกายน 2569 ถึง 28 พฤศจิกายน 2569

    ยกเลิก มีฉบับใหม่ใช้แทน หรือสิ้นผล (1)
    • ยกเลิกแล้ว: แนวทางเดิม
      ตามหนังสือ แบบใหม่ · ตั้งแต่ 1 ธันวาคม 2569
      ลงในเวียน 25 พฤศจิกายน 2569
      https://wian.example/laws/old/

    ถอนไฟล์ (2)
    • ถอนไฟล์: แบบใหม่
      บัญชี: เวียนถอนไฟล์นี้เมื่อ 27 พฤศจิกายน 2569 เพราะไฟล์ไม่ถูกต้อง
      ลงในเวียน 27 พฤศจิกายน 2569
      https://wian.example/circulars/2569/new/
    • ถอนไฟล์: แบบใหม่
      แบบสำรวจ: เวียนถอนไฟล์นี้เมื่อ 26 พฤศจิกายน 2569 เพราะไฟล์มีข้อมูลส่วนบุคคล
      ลงในเวียน 26 พฤศจิกายน 2569
      https://wian.example/circulars/2569/new/

    กำหนดเวลาที่หนังสือระบุ ถึง 12 ธันวาคม 2569 (1)
    • 1 ธันวาคม 2569 - ครบกำหนด (ผู้ใช้งานทุกคน): ส่งแบบ
      ตามหนังสือเวียนเรื่อง แบบใหม่
      https://wian.example/circulars/2569/new/

    เผยแพร่ใหม่ (1)
    • แบบใหม่
      ระบบปิดสองวัน
      ลงในเวียน 24 พฤศจิกายน 2569
      https://wian.example/circulars/2569/new/

    สรุปนี้ใช้เพื่อการสืบค้น ให้ยึดต้นฉบับหนังสือของหน่วยงานผู้ออก"
  `);
});

it.each([
  ['--from', '23/11/2569', '--to', '๒๘ พ.ย. ๖๙'],
  ['--from', '2026-11-22', '--to', '28 พฤศจิกายน 2569'],
])('takes days as people write them: %s %s %s %s', async (...args) => {
  const given = JSON.parse((await run(...args, '--json')).out.join('\n'));
  expect(given).toMatchObject({ to: '2026-11-28', dueUntil: '2026-12-12', remarks: [] });
  expect(given.sections[0].items[0]).toMatchObject({
    title: 'ยกเลิกแล้ว: แนวทางเดิม',
    url: 'https://wian.example/laws/old/',
  });
});

it('prints HTML', async () => {
  const { out } = await run('--html');
  expect(out.join('\n')).toContain(
    '<a href="https://wian.example/laws/old/">ยกเลิกแล้ว: แนวทางเดิม</a>',
  );
});

it('says that nothing happened, which is no fault', async () => {
  const { code, out } = await run('--from', '2020-01-01', '--to', '2020-01-31');
  expect(code).toBe(EXIT.ok);
  expect(out.join('\n')).toContain('เวียนไม่ได้เผยแพร่หรือเปลี่ยนแปลงอะไรในช่วงนี้');
});

it.each([
  [['--to', '31/2/2569'], '--to 31/2/2569: not a day'],
  [['--from', '2026-11'], '--from 2026-11: not a day'],
  [['--since', '2026-11'], '--since 2026-11: not a day'],
  [['--since', '2026-11-29'], '--since 2026-11-29 is after --to 2026-11-28'],
  [['--from', '2026-11-29'], '--from 2026-11-29 is after --to 2026-11-28'],
  [['--ahead', '-1'], '--ahead'],
  [['--html', '--json'], 'Give --html or --json'],
])('refuses %j', async (args, said) => {
  const { code, err } = await run(...args);
  expect(code).toBe(EXIT.usage);
  expect(err.join('\n')).toContain(said);
});

it('names the field of a page that cannot be read', async () => {
  put('content/laws/broken.mdx', law('force: { status: cancelled }\n'));
  const { code, err } = await run();
  rmSync(join(root, 'content/laws/broken.mdx'));
  expect(code).toBe(EXIT.failed);
  expect(err.join('\n')).toContain('content/laws/broken.mdx');
  expect(err.join('\n')).toContain('force.by');
});
