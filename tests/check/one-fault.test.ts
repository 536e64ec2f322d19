import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS, sizedKindOf } from '#core/check/limits.ts';
import { ASKED } from '#core/letter/draft/skeleton.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import {
  ATTACHMENT_NUMBERS,
  GOOD,
  GUIDE,
  LAW,
  LETTERS,
  MANUAL,
  MOVED,
  MOVEMENTS,
  OFFICES,
  PAGE,
  REGISTER,
  replaced,
  SHORT_CODES,
  TODAY,
  withProject,
} from './good-content.ts';

const toldOf = (files: typeof GOOD, prepare = (_: string): void => {}): Promise<string[]> =>
  withProject(files, async (root) => {
    prepare(root);
    const { problems } = await checkProject(root, TODAY);
    return problems.map(({ file, what }) => `${file}: ${what}`);
  });

const FILES = [
  PAGE,
  LETTERS,
  MOVEMENTS,
  MANUAL,
  LAW,
  GUIDE,
  REGISTER,
  SHORT_CODES,
  ATTACHMENT_NUMBERS,
  MOVED,
  OFFICES,
];

// Others refer to nearly each of these files: what cannot be read must not be reported as missing as well.
describe.each(FILES)('one fault has one message: %s', (file) => {
  const limit = LIMITS[sizedKindOf(file)];

  it.each<[what: string, said: RegExp, act: (path: string) => void]>([
    ['too large', /^the file has /, (path) => truncateSync(path, limit + 1)],
    [
      'a link',
      /^this is a symbolic link/,
      (path) => {
        rmSync(path);
        symlinkSync('/nowhere', path);
      },
    ],
    [
      'an empty folder',
      /^this is a folder, and should be a file/,
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'a folder with a file',
      /^this is a folder, and should be a file/,
      (path) => {
        rmSync(path);
        mkdirSync(path);
        writeFileSync(join(path, 'a.txt'), 'a');
      },
    ],
  ])('%s', async (_, said, act) => {
    const messages = await toldOf(GOOD, (root) => act(join(root, file)));
    expect(messages.map((one) => one.slice(0, file.length))).toEqual([file]);
    expect(messages[0]?.slice(file.length + 2)).toMatch(said);
  });
});

it.each([MOVEMENTS, REGISTER, SHORT_CODES, ATTACHMENT_NUMBERS, MOVED, OFFICES])(
  'one fault has one message: %s of too many rows',
  async (file) => {
    const rows = 'x\n'.repeat(LIMITS.rows + 2);
    const messages = await toldOf(GOOD, (root) => writeFileSync(join(root, file), rows));
    expect(messages).toEqual([`${file}: the table has ${LIMITS.rows + 1} rows`]);
  },
);

it.each([PAGE, LETTERS, MOVEMENTS, MANUAL, REGISTER])(
  'one fault has one message: %s in another encoding',
  async (file) => {
    const bytes = Buffer.from([0x23, 0x20, 0xa1, 0xe0, 0x0a]);
    const messages = await toldOf(GOOD, (root) => writeFileSync(join(root, file), bytes));
    expect(messages).toEqual([`${file}: the text is not written in UTF-8`]);
  },
);

it.each([
  ['a quote that does not end', PAGE, 'title: วิธีเข้าใช้งาน', 'title: "วิธีเข้าใช้งาน'],
  ['a quote that does not end', LETTERS, '- key: chiang-mai', '- key: "chiang-mai'],
  ['a list that is none', PAGE, 'attachments:\n', 'attachments: guide.pdf\nother:\n'],
])('%s has messages of its own file alone: %s', async (_, file, from, to) => {
  const messages = await toldOf(replaced(GOOD, file, from, to));
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.filter((one) => !one.startsWith(file))).toEqual([]);
  expect(messages.filter((one) => /vanished|no attachment/.test(one))).toEqual([]);
});

it('one fault has one message: a draft whose front matter cannot be parsed', async () => {
  const draft = `---
title: "ยังไม่ปิด
draft: true
---

${Object.values(ASKED)[0]?.ask}
`;
  const told = await toldOf(new Map([...GOOD, ['content/faq/begun.mdx', draft]]));
  expect(told).toEqual([expect.stringContaining('content/faq/begun.mdx: the YAML cannot be read')]);
});
