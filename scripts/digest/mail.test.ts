import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { digest } from './command.ts';
import { startSmtp, type TestSmtp } from './testing/smtp.ts';

const faq = (title: string): string =>
  `---\ntitle: ${title}\nsummary: ตอบสั้น\ntopic: ทั่วไป\norder: 1\npublished: "2026-11-24"\n---\n\nข้อความ\n`;
const LETTER = `---
id: new
title: แบบใหม่
summary: ระบบปิดสองวัน
letter:
  level: department
  issuer: dla
  number: มท 0899.9/ว 41
  date: "2026-11-12"
  subject: ปิดระบบ
  to: [{ text: ผู้ว่าราชการจังหวัด ทุกจังหวัด, group: provinces }]
  secrecy: normal
source: สำเนา
force: { status: unknown }
actions: [{ key: send, role: executive, what: ส่งแบบ, deadline: "2026-12-01", source: ข้อ 2 }]
published: "2026-11-25"
---

ข้อความ
`;
const HEADING = 'address,sections,offices,roles,language,token';
const token = (name: string): string => name.padEnd(20, '0');
const person = (name: string, more = ',,,th'): string =>
  `${name}@office.example,${more},${token(name)}`;

let root: string;
let list: string;
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const putList = (...lines: string[]): void =>
  writeFileSync(list, `${[HEADING, ...lines].join('\n')}\n`);

let smtp: TestSmtp;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'wian-mail-'));
  put('content/circulars/2569/new/index.mdx', LETTER);
  put('content/faq/a.mdx', faq('คำถามแรก <b>&'));
  smtp = await startSmtp();
});
afterAll(async () => {
  await smtp.close();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  smtp.received = [];
  smtp.answers = new Map();
  smtp.onMessage = () => {};
  list = join(mkdtempSync(join(root, 'list-')), 'list.csv');
});
afterEach(() => rmSync(dirname(list), { recursive: true }));

const environment = () => ({
  WIAN_SITE_URL: 'https://wian.example',
  SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
  WIAN_UNSUBSCRIBE_URL: 'https://desk.example/unsubscribe?token={token}',
});
const FLAGS = ['--sender', 'wian@office.example', '--rate', '60000', '--wait', '0'];
const run = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  recordedRun(digest, ['--mail', list, ...FLAGS, ...args], {
    cwd: root,
    today: '2026-11-28',
    env: { ...environment(), ...env },
  });
const names = () => smtp.received.map(({ to }) => to.split('@')[0]).sort();

describe('the digest by mail', () => {
  it('goes to each recipient once, with what they asked for', async () => {
    putList(
      person('a'),
      person('b', 'faq,,,en'),
      person('c', ',p99,,th'),
      person('d', ',,executive,th'),
    );
    const first = await run();
    expect(first.out).toEqual(['2026-11-22..2026-11-28: sent 3, sent before 0, nothing to send 1']);
    expect([first.code, ...first.err]).toEqual([EXIT.ok]);
    expect(names()).toEqual(['a', 'b', 'd']);
    expect((await run()).err.join()).toContain('--resume');
    expect((await run(['--resume'])).out.join()).toContain('sent 0, sent before 3');
    expect(smtp.received).toHaveLength(3);
  });

  it('has headers for one press, a subject that can be read, and lines that are short enough', async () => {
    putList(person('a'));
    await run(['--reply-to', 'desk@office.example']);
    const text = smtp.received[0]?.text ?? '';
    const unfolded = text.replace(/\r\n[ \t]/g, ' ');
    expect(unfolded).toContain(
      `<https://desk.example/unsubscribe?token=${token('a')}>, <mailto:desk@office.example?subject=unsubscribe%20${token('a')}>`,
    );
    expect(unfolded).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(unfolded).toContain('\r\nReply-To: desk@office.example\r\n');
    const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '';
    const words = [...subject.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)];
    expect(words.map(([, word]) => Buffer.from(word ?? '', 'base64').toString()).join('')).toBe(
      'เวียน: สรุป 22 พฤศจิกายน 2569 ถึง 28 พฤศจิกายน 2569',
    );
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('leads to a portal that stands under a path', async () => {
    putList(person('a'));
    await run([], { WIAN_SITE_URL: 'https://host.example/sub/path' });
    const [, text = ''] =
      /text\/plain.*?\r\n\r\n(.*?)\r\n--/s.exec(smtp.received[0]?.text ?? '') ?? [];
    expect(Buffer.from(text, 'base64').toString()).toContain(
      'https://host.example/sub/path/faq/a/',
    );
  });

  it('offers a mailbox where there is no address for one press, and says so', async () => {
    putList(person('a'));
    const { err } = await run([], { WIAN_UNSUBSCRIBE_URL: '' });
    expect(err.join()).toContain('WIAN_UNSUBSCRIBE_URL is not set');
    expect(smtp.received[0]?.text).toContain('mailto:wian@office.example');
    expect(smtp.received[0]?.text).not.toContain('List-Unsubscribe-Post');
  });

  it('names who was refused, tries again whom the server put off, and sends nothing twice', async () => {
    putList(person('gone'), person('full'), person('later'), person('a'));
    smtp.answers.set('gone@office.example', [550]);
    smtp.answers.set('full@office.example', [452, 452, 452]);
    smtp.answers.set('later@office.example', [451]);
    const first = await run();
    expect(first.code).toBe(EXIT.failed);
    expect(first.out.slice(1)).toEqual([
      'refused by the server: gone@office.example (550)',
      'not taken yet, --resume tries again: full@office.example (452)',
    ]);
    const second = await run(['--resume', '--json']);
    expect(JSON.parse(second.out.join('\n'))).toMatchObject({ sent: 1, before: 2, deferred: [] });
    expect(names()).toEqual(['a', 'full', 'later']);
  });

  it('does not know of a message after which the connection broke, and does not send it again', async () => {
    putList(person('a'), person('b'));
    smtp.answers.set('a@office.example', [0]);
    expect((await run()).out.join('\n')).toContain(
      'unknown whether sent, not sent again (--send-unknown would): a@office.example',
    );
    expect((await run(['--resume'])).out.join('\n')).toContain('sent 0, sent before 1');
    expect(names()).toEqual(['a', 'b']);
  });

  it('stops where there is no server, and never shows the password', async () => {
    putList(person('a'), person('b'));
    const SMTP_URL = 'smtp://someone:secret-word@127.0.0.1:1';
    const { code, said } = await run(['--tries', '2'], { SMTP_URL });
    expect(code).toBe(EXIT.failed);
    expect(said.join('\n')).toContain('2 recipients are left');
    expect(said.join('\n')).not.toContain('secret-word');
    expect((await run(['--resume'])).out.join()).toContain('sent 2');
  });

  it('keeps no address in the ledger', async () => {
    putList(person('a'));
    await run();
    const ledger = readFileSync(`${list}.sent.jsonl`, 'utf8');
    expect(ledger.trim().split('\n')).toHaveLength(2);
    expect(ledger).not.toContain('office.example');
  });

  it('only shows or writes what it would send where that is asked for', async () => {
    putList(person('a'), person('b'));
    expect((await run(['--dry-run'])).out[0]).toContain('would send 2');
    await run(['--out', join(dirname(list), 'eml')]);
    expect(readdirSync(join(dirname(list), 'eml'))).toHaveLength(2);
    expect(smtp.received).toEqual([]);
    expect(readdirSync(dirname(list)).sort()).toEqual(['eml', 'list.csv']);
  });
});

describe('what is refused', () => {
  it.each<[string, string[], Record<string, string>, string | RegExp]>([
    ['no sender', ['--sender', 'nobody'], {}, '--sender: not an e-mail address'],
    ['a rate of nothing', ['--rate', '0'], {}, '--rate 0'],
    ['no server', [], { SMTP_URL: '' }, 'SMTP_URL: it is not set'],
    [
      'a server that is none',
      [],
      { SMTP_URL: 'http://u:secret-word@x' },
      'not the address of a mail server',
    ],
    ['links to this machine', [], { WIAN_SITE_URL: '' }, 'WIAN_SITE_URL'],
    ['no https', [], { WIAN_UNSUBSCRIBE_URL: 'http://x.example/{token}' }, 'WIAN_UNSUBSCRIBE_URL'],
    ['no token', [], { WIAN_UNSUBSCRIBE_URL: 'https://x.example/' }, 'WIAN_UNSUBSCRIBE_URL'],
    [
      'both names of the first day',
      ['--since', '2026-11-01', '--from', '2026-11-01'],
      {},
      'the same',
    ],
  ])('%s', async (_, args, env, said) => {
    putList(person('a'));
    const found = await run(args, env);
    expect(found.code).not.toBe(EXIT.ok);
    expect(found.err.join('\n')).toMatch(said);
    expect(found.said.join('\n')).not.toContain('secret-word');
    expect(smtp.received).toEqual([]);
  });

  it('wrong cells, by line and column, without the address', async () => {
    putList(person('a'), 'nowhere,letters,,,fr,short');
    const { code, err } = await run();
    expect(code).toBe(EXIT.failed);
    for (const place of [':3:1 address', ':3:2 sections', ':3:5 language', ':3:6 token']) {
      expect(err.join('\n')).toContain(place);
    }
    expect(err.join('\n')).not.toContain('nowhere');
  });

  it('a list within content', async () => {
    list = join(root, 'content/faq/list.csv');
    mkdirSync(dirname(list), { recursive: true });
    putList(person('a'));
    const { code, err } = await run();
    expect([code, err.join('\n')]).toEqual([
      EXIT.failed,
      expect.stringContaining('lies in content/'),
    ]);
    rmSync(list);
    list = join(mkdtempSync(join(root, 'list-')), 'list.csv');
  });

  it('a ledger with a line that cannot be read', async () => {
    putList(person('a'));
    writeFileSync(`${list}.sent.jsonl`, 'nonsense\n');
    expect((await run()).err.join('\n')).toContain('.sent.jsonl:1: this is no line of a ledger');
    expect(smtp.received).toEqual([]);
  });
});

it('sends each message once, or names who may have it, though it is killed in the midst', async () => {
  const everyone = ['a', 'b', 'c', 'd', 'e', 'f'];
  putList(...everyone.map((name) => person(name)));
  let child: ChildProcess | undefined;
  // Once with the message at the server and no answer given, once with the answer on its way.
  smtp.onMessage = (count) => {
    if (count === 2) child?.kill('SIGKILL');
    if (count === 4) setImmediate(() => child?.kill('SIGKILL'));
  };
  const spawned = (): Promise<number | null> =>
    new Promise((done) => {
      const script = join(import.meta.dirname, '../digest.ts');
      const args = ['--mail', list, ...FLAGS, '--resume', '--to', '2026-11-28'];
      child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
        cwd: root,
        env: { ...process.env, ...environment() },
      });
      child.on('exit', done);
    });
  const codes = [await spawned(), await spawned()];
  expect(codes).toEqual([null, null]);
  smtp.onMessage = () => {};
  const { out } = await run(['--resume', '--json']);
  const { unknown } = JSON.parse(out.join('\n')) as { unknown: { address: string }[] };
  expect(names()).toEqual(everyone);
  const named = unknown.map(({ address }) => address.split('@')[0]);
  for (const name of named) expect(everyone).toContain(name);
  expect(named.length).toBeGreaterThanOrEqual(1);
  expect(named.length).toBeLessThanOrEqual(2);
});
