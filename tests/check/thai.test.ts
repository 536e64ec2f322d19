import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#core/message-catalogue.ts';
import { CHECK_MESSAGES } from '#i18n/th/check/index.ts';
import { readBody } from '#store/content/body.ts';
import { readYamlFile } from '#store/content/yaml-file.ts';
import { check } from '../../scripts/check/command.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { GOOD, MANUAL, replaced, TODAY, withProject } from './good-content.ts';

const translate = catalogue(CHECK_MESSAGES);

/** Every text that the other tests of the check saw it say of broken content, each problem made once. */
const corpus = [
  '__snapshots__/rules',
  '__snapshots__/operator',
  '__snapshots__/letter-file',
  '../../src/store/figures/__snapshots__/read-figures',
].flatMap((name) => {
  const file = join(import.meta.dirname, `${name}.test.ts.snap`);
  const snapshots = readFileSync(file, 'utf8').replaceAll('\\`', '`').replaceAll('\\\\', '\\');
  return [...snapshots.matchAll(/^ {2}"([\s\S]*?)",$/gm)].flatMap(([, problem = '']) => {
    const [first = '', ...rest] = problem.split('\n');
    const what = first.replace(/^\S+?(?::\d+)*(?: \S+)?: /, '');
    return [what, ...rest.map((line) => line.replace(/^ +(?:why|fix): +/, ''))];
  });
});

/** English that is none of the names and values which are the same in every language. */
const englishIn = (text: string): string[] =>
  text
    .replace(/"[^"]*"|“[^”]*”|\{[^}]*\}|<[^>]*>|\([^)]*\)|npm run \S+(?: -- \S+)*|--kind \w+/g, ' ')
    .match(
      /\b[a-z]{2,} (?:[a-z]+ )?(?:is|are|the|of|to|and|or|not|it|in|be|was|has)\b|\b(?:the|is|are|was|of|it)\b/gi,
    ) ?? [];

describe('the messages of the check', () => {
  it('are there', () => expect(new Set(corpus).size).toBeGreaterThan(150));

  it.each([...new Set(corpus)].map((text) => [text]))('are in Thai: %s', (text) => {
    const thai = translate(text);
    expect(thai).toMatch(/[ก-ฮ]/);
    expect(englishIn(thai as string)).toEqual([]);
  });

  it.each([
    ['<Step>\n1. ก\n</Step>'],
    ['<steps>\n1. ก\n</steps>'],
    ['<Notice kind="note" titel="ก">ข</Notice>'],
    ['<Notice kind="warn">ก</Notice>'],
    ['<Notice kind="note">\n</Notice>'],
    ['ก <Letter />'],
    ['ก <Letter record="a">ข</Letter>'],
    ['## <Letter record="laws/a" />'],
    ['ก <Form record="form/a" />'],
    ['ก <Contact office="P50" />'],
    ['<Steps>\nก\n</Steps>'],
    ['<Tab role="user">\nก\n</Tab>'],
    ['<Tabs>\n<Tab role="user">\nก\n</Tab>\n</Tabs>'],
    ['<Tabs>\n<Tab role="user">\nก\n</Tab>\n<Tab role="user">\nข\n</Tab>\n</Tabs>'],
    ['<Figure caption="ก">ข</Figure>'],
    ['<Key>**F5**</Key>'],
    ['ก <Notice kind="note">ข</Notice>'],
    ['<Video href="https://a.test/v" title="ก" />'],
    ['<Notice kind={1}>ก</Notice>'],
    ['export const a = 1'],
    [`${'> '.repeat(40)}ก`],
    ['*'.repeat(1200)],
  ])('are in Thai of a body: %s', (body) => {
    const { problems } = readBody(body, 1);
    expect(problems.length).toBeGreaterThan(0);
    for (const { what, why, fix } of problems) {
      for (const text of [what, why as string, fix]) {
        expect(translate(text) ?? `not translated: ${text}`).toMatch(
          /^(?!not translated)[\s\S]*[ก-ฮ]/,
        );
        expect(englishIn(translate(text) ?? text)).toEqual([]);
      }
    }
  });
});

describe('what the parser says of YAML', () => {
  it.each([
    ['a: 1\na: 2'],
    ['a: b: c'],
    ['a:\n\tb: 1'],
    ['a: "x'],
    ['a: [1, 2'],
    ['a: {b: [}'],
    ['- a\nb: 1'],
    ['a: *x'],
    ['a: &x 1\nb: *y'],
    ['a: &x [*x]'],
    ['a: @x'],
    ['a: %x'],
    ['a: "\\q"'],
    ['a: {,}'],
    ['a: |x\n y'],
    ['a: - b'],
    ['a: !!binary x'],
    ['a: &x &y 1'],
    ['a: !a !b 1'],
    ['a: "x" y'],
    ['a: [1] y'],
    ['a\nb: 1'],
    ['a: 1\n b: 2'],
    ['a: 1\n---\nb: 1'],
    ['a: "x"#c'],
    ['a: [b,,c]'],
    ['a: ]'],
    ['b: &x {}\na:\n  <<: *x'],
    [`a: ${'['.repeat(120)}${']'.repeat(120)}`],
  ])('is in Thai: %j', (text) => {
    const { problems } = readYamlFile(text, 'content/operator.yaml');
    expect(problems.length).toBeGreaterThan(0);
    for (const said of problems.flatMap(({ what, fix }) => [what, fix])) {
      expect(translate(said) ?? `not translated: ${said}`).not.toMatch(
        /not translated|[a-z]{2,} [a-z]{2,} [a-z]{2,}/,
      );
    }
  });
});

describe('the catalogue', () => {
  it('has each message once, and nothing empty', () => {
    const sources = CHECK_MESSAGES.map(([source]) => source);
    expect(sources.filter((one, at) => sources.indexOf(one) !== at)).toEqual([]);
    expect(
      CHECK_MESSAGES.filter(([source, thai]) => !source.trim() || !/[ก-ฮ]|true/.test(thai)),
    ).toEqual([]);
  });

  it('fills in every place that it names', () => {
    const places = (text: string) =>
      new Set([...text.matchAll(/\{(?:\*|list )?([a-z])\}/g)].map(([, name]) => name));
    for (const [source, thai] of CHECK_MESSAGES) {
      for (const name of places(thai)) expect([...places(source)], source).toContain(name);
    }
  });
});

it('is spoken with WIAN_LANG=th', async () => {
  await withProject(replaced(GOOD, MANUAL, 'order: 1', 'order: -1'), async (cwd) => {
    const { out, err } = await recordedRun(check, [], {
      cwd,
      today: TODAY,
      env: { WIAN_LANG: 'th' },
    });
    expect([...out, ...err]).toEqual([
      'หมายเหตุ: content/operator.yaml: ยังไม่ได้ตั้งผู้ดูแล หน้าเว็บจึงบอกว่าไม่มีใครดูแลชุดนี้\n  วิธีแก้: ผู้ดูแลเขียนไฟล์นี้ ดู docs/operator.md',
      'content/manuals/sign-in.mdx:6:1 order: "-1" อยู่นอกช่วงของ "order"\n  วิธีแก้: เขียนตัวเลขตั้งแต่ 0',
      'ตรวจ 3 หน้า 12 ไฟล์: พบ 1 ข้อ',
    ]);
  });
});

it('says in Thai too why content cannot be read at all', async () => {
  await withProject(new Map(), async (cwd) => {
    await rm(join(cwd, 'content'), { recursive: true, force: true });
    const { code, out, err } = await recordedRun(check, [], {
      cwd,
      today: TODAY,
      env: { WIAN_LANG: 'th' },
    });
    expect(code).toBe(1);
    expect([...out, ...err].join('\n')).toMatch(
      /^content: ไม่มีโฟลเดอร์นี้ที่นี่\n {2}เพราะ: .*\n {2}วิธีแก้: สั่งในโฟลเดอร์ของโครงการ/,
    );
  });
});
