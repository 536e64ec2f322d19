import { expect, it } from 'vitest';
import { EXIT } from '../lib/command.ts';
import { useMadeProject } from './testing/made-project.ts';

const { files, page, put, run } = useMadeProject();

const SEALED = `ด่วนที่สุด
ที่ มท ๐๘๑๖.๕/ว ๙๙๐๒
ถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด

ด้วยกรมส่งเสริมการปกครองท้องถิ่นได้จัดทำคู่มือสมมติ จึงขอให้แจ้งองค์กรปกครองส่วนท้องถิ่นทราบ

กรมส่งเสริมการปกครองท้องถิ่น
๒๐ มิถุนายน ๒๕๖๘

กองสมมติ
โทร. ๐ ๒๐๐๐ ๐๐๐๐`;

it('takes in a letter under seal, and asks for nothing but what it is about', async () => {
  await put('sealed.txt', SEALED);
  const { code, out } = await run(['sealed.txt']);
  expect(code).toBe(EXIT.ok);
  expect(out).toMatch(/^ {2}signed +under seal/m);
  expect(out.slice(out.indexOf('Check first'))).toMatch(
    /^Check first against the original:\n {2}1\. letters\[0\] subject\n\n/,
  );
  expect(await files()).toContain('content/circulars/2568/dla-0816-5-w9902-0620/index.mdx');
  const { text } = await page();
  expect(text).toMatch(/^title: .*หนังสือประทับตรา ยังไม่มีชื่อเรื่อง"$/m);
  expect(text).not.toContain('signatory');
});

it('takes what a person says that it is about', async () => {
  await put('sealed.txt', SEALED);
  const fields = { subject: 'คู่มือสมมติ' };
  await put('answers.json', JSON.stringify({ letters: { 'sealed.txt:1': { fields } } }));
  const { code } = await run(['sealed.txt', '--answers', 'answers.json']);
  expect(code).toBe(EXIT.ok);
  expect((await page()).text).toMatch(/^title: คู่มือสมมติ$/m);
});
