import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mintShortCode } from '#core/short-link/short-code.ts';
import { EXIT, runCommand } from '../lib/command.ts';
import { rename } from './command.ts';

const OLD = '2568/dla-x-wx-1112';
const NEW = '2568/dla-0899-9-w41-1112';
const NUMBER = 'มท 0899.9/ว 41';

const page = (more: string) => `---
id: dla-x-wx-1112
${more}title: ปิดระบบชั่วคราว
summary: ระบบปิดสองวัน
letter:
  level: department
  issuer: dla
  number: ${NUMBER}
  date: "2025-11-12"
  subject: ปิดระบบ
  to: [{ text: ผู้ว่าราชการจังหวัด ทุกจังหวัด, group: provinces }]
  secrecy: normal
force: { status: unknown }
source: สำเนา
published: "2026-11-21"
---

ดู [หน้านี้](/circulars/${OLD}/#letter)
`;

const letters = `- key: p50
  level: province
  issuer: p50
  number: ชม 0023.3/ว 7
  date: "2025-11-20"
  subject: ปิดระบบ
  to: [{ text: นายอำเภอ ทุกอำเภอ, group: districts }]
  secrecy: normal
  cites:
    issuer: dla
    number:
      doubt: conflict
      readings:
        - { read: ว 47, value: มท 0899.9/ว 47, source: letter }
        - { read: ว 41, value: ${NUMBER}, source: p50 }
    date: "2025-11-12"
`;

const REGISTERS = [
  'content/circulars/permanent-ids.csv',
  'content/circulars/short-codes.csv',
  'content/news/closed.mdx',
];
const OWN = ['index.mdx', 'movements.csv', 'covering-letters.yaml'];

let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const git = (...args: string[]): void => {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  execFileSync('git', ['-C', root, ...who, ...args], { stdio: 'pipe' });
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-rename-'));
  const folder = `content/circulars/${OLD}`;
  put(`${folder}/index.mdx`, page('draft: true\n'));
  put(`${folder}/covering-letters.yaml`, letters);
  put(
    `${folder}/movements.csv`,
    `no,kind,office,date,time,number,desk,to,read,doubt,source,corrects,note
1,sent,dla,2025-11-12,,,,provinces,ว ๔?,number,letter,,
2,received,p50,2025-11-14,,88,,,,,p50,,
`,
  );
  put(
    'content/circulars/permanent-ids.csv',
    'id,year,issuer,number,date,minted\ndla-x-wx-1112,2568,dla,,2025-11-12,2026-11-21\n',
  );
  put(
    'content/circulars/short-codes.csv',
    `circular,code,minted\n${OLD},${mintShortCode(OLD, new Set())},2026-11-21\n`,
  );
  put('content/news/closed.mdx', `---\nsources: [circulars/${OLD}]\n---\n`);
});
afterEach(() => rmSync(root, { recursive: true }));

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(rename, args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    cwd: root,
    env: {},
    stdin: (async function* () {})(),
    today: '2026-11-28',
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('npm run rename', () => {
  it('shows what it would do, and writes nothing', async () => {
    const { code, out } = await run('dla-x-wx-1112', '--dry-run');
    expect(code).toBe(EXIT.ok);
    expect(out).toMatchInlineSnapshot(`
      "content/circulars/2568/dla-x-wx-1112/ becomes content/circulars/2568/dla-0899-9-w41-1112/
      movements.csv: number and date of the letter as the page has them
      covering-letters.yaml: the citation of "p50" has the number มท 0899.9/ว 41
      content/news/closed.mdx: names the new path
      content/circulars/permanent-ids.csv and content/circulars/short-codes.csv: the new id and its short code
      nothing was written"
    `);
    expect(read(`content/circulars/${OLD}/index.mdx`)).toBe(page('draft: true\n'));
  });

  it('renames everywhere, and carries the correction', async () => {
    expect((await run(OLD)).code).toBe(EXIT.ok);
    expect(existsSync(join(root, `content/circulars/${OLD}`))).toBe(false);
    const text = read(`content/circulars/${NEW}/index.mdx`);
    expect(text).toContain('id: dla-0899-9-w41-1112\n');
    expect(text).toContain(`/circulars/${NEW}/#letter`);
    expect(read('content/news/closed.mdx')).toContain(`circulars/${NEW}`);
    expect(read(`content/circulars/${NEW}/movements.csv`)).toContain(
      `1,sent,dla,2025-11-12,,${NUMBER},,provinces,,,letter,,\n2,received`,
    );
    const after = read(`content/circulars/${NEW}/covering-letters.yaml`);
    expect(after).toContain(`    number: ${NUMBER}\n    date:`);
    expect(read('content/circulars/permanent-ids.csv')).toBe(
      `id,year,issuer,number,date,minted\ndla-0899-9-w41-1112,2568,dla,${NUMBER},2025-11-12,2026-11-28\n`,
    );
    expect(read('content/circulars/short-codes.csv')).toBe(
      `circular,code,minted\n${NEW},${mintShortCode(NEW, new Set())},2026-11-28\n`,
    );
    expect((await run(NEW)).out).toContain('nothing was written');
  });

  it.each([
    ['the register was written', ['content/circulars/permanent-ids.csv']],
    ['a page that names it was written', ['content/news/closed.mdx']],
    ['all but its folder was written', REGISTERS],
    ['its own page was written too', [...REGISTERS, 'index.mdx']],
    [
      'only the folder was left',
      [...REGISTERS, 'index.mdx', 'movements.csv', 'covering-letters.yaml'],
    ],
  ])('comes to the same end after a run that ended when %s', async (_, written) => {
    const own = (id: string, name: string) =>
      name.includes('/') ? name : `content/circulars/${id}/${name}`;
    const all = [...REGISTERS, ...OWN];
    const before = all.map((name) => read(own(OLD, name)));
    await run(OLD);
    const after = all.map((name) => read(own(NEW, name)));
    renameSync(join(root, `content/circulars/${NEW}`), join(root, `content/circulars/${OLD}`));
    all.forEach((name, at) => {
      put(own(OLD, name), ((written.includes(name) ? after : before) as string[])[at] as string);
    });
    expect((await run('dla-x-wx-1112')).code).toBe(EXIT.ok);
    expect(all.map((name) => read(own(NEW, name)))).toEqual(after);
  });

  it('keeps a short code that was committed, and leads its address on', async () => {
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'a');
    await run(OLD);
    expect(read('content/circulars/short-codes.csv')).toMatch(
      new RegExp(`\\n${OLD},.*\\n${NEW},.*\\n$`),
    );
    expect(read('content/moved-addresses.csv')).toContain(
      `/circulars/${OLD}/,/circulars/${NEW}/,2026-11-28,`,
    );
  });

  it('refuses what is public', async () => {
    put(`content/circulars/${OLD}/index.mdx`, page(''));
    const { code, err } = await run(OLD);
    expect(code).toBe(EXIT.failed);
    expect(err).toContain('the page is public, not a draft');
  });

  it('refuses what once was public', async () => {
    git('init', '-q');
    put(`content/circulars/${OLD}/index.mdx`, page(''));
    git('add', '-A');
    git('commit', '-qm', 'a');
    put(`content/circulars/${OLD}/index.mdx`, page('draft: true\n'));
    expect((await run(OLD)).err).toContain('was public before it became a draft again');
  });

  it('carries a correction that leaves the id as it is', async () => {
    await run(OLD);
    const ledger = `content/circulars/${NEW}/movements.csv`;
    put(ledger, read(ledger).replace('provinces,,,', 'provinces,ว ๔,number,'));
    expect((await run(NEW)).out).toContain('movements.csv');
    expect(read(ledger)).toContain('provinces,,,letter');
  });

  it('offers the nearest where there is no such draft', async () => {
    expect((await run('dla-x-wx-1121')).err).toContain(`Give one of these: ${OLD}`);
  });
});
